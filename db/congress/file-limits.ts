import { FactsError } from "./facts-error";

/** The largest file that a source may hold; the biggest known one has 8 MB. */
export const MAX_BYTES = 64 * 1024 * 1024;
/** YAML is read a hundred times slower than JSON, and nothing else runs meanwhile; the biggest known file has 2 MB. */
export const MAX_YAML_LENGTH = 8 * 1024 * 1024;

export function tooLarge(file: string): FactsError {
  return new FactsError(`${file} is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
}

/** The text of a file, without a byte order mark. @throws {FactsError} when it is not UTF-8 */
export function decodeFile(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FactsError(`${file} is damaged: it is not text in UTF-8.`);
  }
}

/** Why something failed, in the words of the system. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== "" ? error.cause.message : error.message;
}
