import { pauseForFault, pickRecipients } from "~/domain/mailings/pick-recipients.server";
import { type JobPayload, jobs } from "~/domain/outbox/jobs";
import type { JobContext } from "./job-context";
import type { RunEnd } from "./runners.server";

/** Batches in one turn: a second or so, and then other work may come first. */
const BATCHES = 5;
/** How soon to look again, while the mails under way are as many as may be. */
const LOOK_AGAIN_MS = 1_000;

/** Gives some more supporters of a mailing their mail: `again` while there is more. */
export async function sendMailing(ctx: JobContext, { mailingId }: JobPayload<"send-mailing">): Promise<RunEnd> {
  for (let batch = 0; batch < BATCHES; batch++) {
    const outcome = await pickRecipients(ctx, mailingId);
    if (outcome === "over") return "done";
    if (outcome === "full") return { later: new Date(ctx.now().getTime() + LOOK_AGAIN_MS), reason: "mails under way" };
  }
  return "again";
}

/** Lets a mailing pause whose job is given up, so that somebody sees it and presses on. */
export async function pauseGivenUp(tx: JobContext, payload: unknown): Promise<void> {
  const known = jobs["send-mailing"].payload.safeParse(payload);
  if (known.success) await pauseForFault(tx, known.data.mailingId);
}
