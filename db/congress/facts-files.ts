import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { FactsError } from "./facts-error";
import { decodeFile, MAX_BYTES, reasonOf, tooLarge } from "./file-limits";
import { filesAtAddress } from "./files-at-address";

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
        if (size > MAX_BYTES) throw tooLarge(file);
        return { text: decodeFile(file, await readFile(file)), changedAt: mtime };
      } catch (error) {
        if (isMissing(error)) return null;
        if (error instanceof FactsError) throw error;
        throw new FactsError(`${file} can't be read: ${reasonOf(error)}.`);
      }
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
