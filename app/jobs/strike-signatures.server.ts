import type { JobPayload } from "~/domain/outbox/jobs";
import type { JobContext } from "./job-context";

/** Does one piece of a strike: `again` while there is more. */
export async function strikeSignatures(
  _ctx: JobContext,
  _payload: JobPayload<"strike-signatures">,
): Promise<"done" | "again"> {
  throw new Error("Strikes are not carried out yet.");
}
