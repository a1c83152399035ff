import { carryOutStrike } from "~/domain/moderation/carry-out-strike.server";
import type { JobPayload } from "~/domain/outbox/jobs";
import type { JobContext } from "./job-context";

/** Batches in one turn: a second or so, and then other work may come first. */
const BATCHES = 20;

/** Does one piece of a strike, or of undoing one: `again` while there is more. */
export async function strikeSignatures(
  ctx: JobContext,
  { strikeId }: JobPayload<"strike-signatures">,
): Promise<"done" | "again"> {
  for (let batch = 0; batch < BATCHES; batch++) {
    if ((await carryOutStrike(ctx, strikeId)) === "over") return "done";
  }
  return "again";
}
