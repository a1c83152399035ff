import type { ReadFacts } from "./facts";
import { FactsError } from "./facts-error";
import { openFactsFiles } from "./facts-files";
import { readFolder } from "./read-folder";
import { readSnapshot } from "./read-snapshot";
import { readUpstream, type UpstreamOptions } from "./read-upstream";

/** File by which each format is known. */
const formats = [
  { mark: "meta.json", is: "snapshot" },
  { mark: "legislators.json", is: "folder" },
  { mark: "legislators-current.json", is: "upstream" },
  { mark: "legislators-current.yaml", is: "upstream" },
] as const;

/**
 * Reads facts from a folder or an http(s) address in whichever format lies there: our own snapshot, the full
 * folder format, or the public upstream list of members.
 * @throws {FactsError}
 */
export async function readFacts(from: string, options: UpstreamOptions): Promise<ReadFacts> {
  const files = openFactsFiles(from);
  for (const { mark, is } of formats) {
    if ((await files.find(mark)) === null) continue;
    if (is === "upstream") return readUpstream(files, options);
    if (options.asOf !== undefined) {
      throw new FactsError("These facts carry their own day: --as-of is for the public list of members only.");
    }
    return is === "snapshot" ? readSnapshot(files) : readFolder(files, options);
  }
  throw new FactsError(`${from} holds no facts: one of ${formats.map(({ mark }) => mark).join(", ")} is needed.`);
}
