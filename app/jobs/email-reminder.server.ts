import type { JobPayload } from "~/domain/outbox/jobs";
import type { OutgoingMail } from "~/services/mailer";
import type { JobContext } from "./job-context";

/** Writes the one reminder of a signature that waits to be confirmed. */
export async function composeReminder(
  _ctx: JobContext,
  _payload: JobPayload<"email-reminder">,
): Promise<OutgoingMail | null> {
  throw new Error("Reminders are not written yet.");
}
