import type { AddressAnswer, Geocoder } from "~/domain/lawmakers/address-form";
import { deadline } from "./deadline";
import { readGeocoderAnswer } from "./geocoder-answer";
import type { Log } from "./log.server";

const TIMEOUT_MS = 8_000;
const LONGEST_ANSWER = 1_000_000;

interface Settings {
  /** With or without the path `/geocoder` at its end. */
  baseUrl: string;
  /** Name of the Census Bureau's edition whose districts are those of the Congress that sits. */
  vintage: string;
  log: Pick<Log, "warn">;
  timeoutMs?: number;
}

/**
 * Asks a service that speaks as the Census Geocoder does (Geocoding Services API, Census Bureau, July 2024). The address
 * goes there once; neither it nor anything that could hold it is logged.
 */
export function createGeocoder({ baseUrl, vintage, log, timeoutMs = TIMEOUT_MS }: Settings): Geocoder {
  const base = new URL(baseUrl);
  const root = `${base.origin}${base.pathname.replace(/\/+$/, "").replace(/\/geocoder$/, "")}/geocoder`;

  async function ask(address: string, congress: number): Promise<AddressAnswer> {
    const query = new URLSearchParams({
      address,
      benchmark: "Public_AR_Current",
      vintage,
      layers: `${congress}th Congressional Districts`,
      format: "json",
    });
    const limit = deadline(timeoutMs);
    try {
      const answer = await fetch(`${root}/geographies/onelineaddress?${query}`, {
        signal: limit.signal,
        // Elsewhere it was not allowed to go.
        redirect: "error",
        headers: { accept: "application/json" },
      });
      if (!answer.ok) {
        await answer.body?.cancel();
        log.warn("geocoder refuses", { status: answer.status });
        return { result: "away" };
      }
      return readGeocoderAnswer(JSON.parse(await readText(answer)), congress);
    } finally {
      limit.release();
    }
  }

  return {
    name: base.host,
    async find(address, congress) {
      try {
        const found = await ask(address, congress);
        if (found.result === "otherCongress") log.warn("geocoder has the lines of another Congress", { congress });
        return found;
      } catch (error) {
        // Not even the message: a parser quotes what it could not read.
        log.warn("geocoder away", { error: error instanceof Error ? error.name : "unknown" });
        return { result: "away" };
      }
    },
  };
}

async function readText(answer: Response): Promise<string> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return text;
    text += value;
    if (text.length > LONGEST_ANSWER) throw new RangeError("too long");
  }
}
