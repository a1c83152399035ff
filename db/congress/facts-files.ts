import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { FactsError } from "./facts-error";

/** The largest file that a source may hold; the biggest known one has 4 MB. */
const MAX_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

export interface FactsFile {
  text: string;
  /** When the source last changed it; null when the source does not say. */
  changedAt: Date | null;
}

/** A folder or a web address that holds files of facts. */
export interface FactsFiles {
  /** As given, for messages. */
  place: string;
  /** @returns null when there is no such file. @throws {FactsError} when it can't be read */
  find(name: string): Promise<FactsFile | null>;
}

/** Opens a folder, or the http(s) address under which the files lie. Each file is read when asked for, once. */
export function openFactsFiles(from: string): FactsFiles {
  const files = /^https?:\/\//i.test(from) ? filesAtAddress(from) : filesInFolder(from);
  const asked = new Map<string, Promise<FactsFile | null>>();
  return {
    place: files.place,
    find(name) {
      const file = asked.get(name) ?? files.find(name);
      asked.set(name, file);
      return file;
    },
  };
}

/** @throws {FactsError} when there is no such file */
export async function getFactsFile(files: FactsFiles, name: string): Promise<FactsFile> {
  const file = await files.find(name);
  if (file === null) throw new FactsError(`${files.place} holds no ${name}.`);
  return file;
}

function filesInFolder(folder: string): FactsFiles {
  return {
    place: folder,
    async find(name) {
      const file = path.join(folder, name);
      try {
        const { size, mtime } = await stat(file);
        if (size > MAX_BYTES) throw new FactsError(`${file} is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
        return { text: await readFile(file, "utf8"), changedAt: mtime };
      } catch (error) {
        if (isMissing(error)) return null;
        if (error instanceof FactsError) throw error;
        throw new FactsError(`${file} can't be read: ${reason(error)}.`);
      }
    },
  };
}

function filesAtAddress(address: string): FactsFiles {
  const base = address.endsWith("/") ? address : `${address}/`;
  return {
    place: address,
    async find(name) {
      const url = new URL(name, base);
      try {
        const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
        if (answer.status === 404 || answer.status === 410) {
          await answer.body?.cancel();
          return null;
        }
        if (!answer.ok) throw new FactsError(`${url} answers with status ${answer.status}.`);
        const lastModified = new Date(answer.headers.get("last-modified") ?? "");
        return {
          text: await limitedText(answer, url),
          changedAt: Number.isNaN(lastModified.getTime()) ? null : lastModified,
        };
      } catch (error) {
        if (error instanceof FactsError) throw error;
        throw new FactsError(`${url} can't be reached: ${reason(error)}.`);
      }
    },
  };
}

async function limitedText(answer: Response, url: URL): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const reader = answer.body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    const part = read.value;
    bytes += part.byteLength;
    if (bytes > MAX_BYTES) throw new FactsError(`${url} is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== "" ? error.cause.message : error.message;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
