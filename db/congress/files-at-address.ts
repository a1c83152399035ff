import { FactsError } from "./facts-error";
import type { FactsFiles } from "./facts-files";
import { decodeFile, MAX_BYTES, reasonOf, tooLarge } from "./file-limits";
import { nextAddress } from "./follow-redirect";

/** For one file, redirects and all. */
const TIMEOUT_MS = 60_000;
const MOST_REDIRECTS = 3;

/** The files under an http(s) address. */
export function filesAtAddress(address: string): FactsFiles {
  if (!URL.canParse(address)) throw new FactsError(`${address} is not an address.`);
  const base = new URL(address.endsWith("/") ? address : `${address}/`);
  return {
    place: address,
    async find(name) {
      const url = new URL(name, base);
      try {
        const answer = await follow(url, AbortSignal.timeout(TIMEOUT_MS));
        if (answer.status === 404 || answer.status === 410) {
          await answer.body?.cancel();
          return null;
        }
        if (!answer.ok) throw new FactsError(`${url} answers with status ${answer.status}.`);
        if (/^\s*(text\/html|application\/xhtml)/i.test(answer.headers.get("content-type") ?? "")) {
          await answer.body?.cancel();
          throw new FactsError(`${name} is a web page, not data.`);
        }
        const lastModified = new Date(answer.headers.get("last-modified") ?? "");
        return {
          text: decodeFile(name, await limitedBytes(answer, url)),
          changedAt: Number.isNaN(lastModified.getTime()) ? null : lastModified,
        };
      } catch (error) {
        if (error instanceof FactsError) throw error;
        throw new FactsError(`${url} can't be reached: ${reasonOf(error)}.`);
      }
    },
  };
}

async function follow(given: URL, signal: AbortSignal): Promise<Response> {
  let url = given;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await fetch(url, { signal, redirect: "manual" });
    const location = answer.headers.get("location");
    if (answer.status < 300 || answer.status > 399 || location === null) return answer;
    await answer.body?.cancel();
    url = await nextAddress(url, location, given);
  }
  throw new FactsError(`${given} redirects more than ${MOST_REDIRECTS} times.`);
}

async function limitedBytes(answer: Response, url: URL): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = answer.body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    bytes += read.value.byteLength;
    if (bytes > MAX_BYTES) {
      await reader?.cancel();
      throw tooLarge(String(url));
    }
    parts.push(read.value);
  }
  return Buffer.concat(parts);
}
