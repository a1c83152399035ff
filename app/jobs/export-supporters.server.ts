import { writeExport } from "~/domain/exports/write-export.server";
import type { JobPayload } from "~/domain/outbox/jobs";
import type { JobContext } from "./job-context";

/** Chunks in one turn: a second or so, and then other work may come first. */
const CHUNKS = 20;

/** Writes some chunks of a file of supporters: `again` while there is more. */
export async function exportSupporters(
  ctx: JobContext,
  { exportId }: JobPayload<"export-supporters">,
): Promise<"done" | "again"> {
  for (let chunk = 0; chunk < CHUNKS; chunk++) {
    if ((await writeExport(ctx, exportId)) === "over") return "done";
  }
  return "again";
}
