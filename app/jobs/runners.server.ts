import type { z } from "zod";
import { lookUpMailDomain } from "~/domain/abuse/look-up-mail-domain.server";
import { type JobName, jobs, type MailJobName } from "~/domain/outbox/jobs";
import { checkActionLink } from "./check-action-link.server";
import { deliverToCongress } from "./deliver-to-congress.server";
import { exportSupporters } from "./export-supporters.server";
import type { JobContext } from "./job-context";
import { endPetitionDeliveries, makePetitionDelivery } from "./make-petition-delivery.server";
import { sendMailing } from "./send-mailing.server";
import { strikeSignatures } from "./strike-signatures.server";
import { syncCongressFacts } from "./sync-congress.server";

/**
 * What became of a piece of work. `again` puts the job back as due at once, so that a long work is done in many turns;
 * `later` puts it back until then, as if it had not been tried, because what kept it back was no fault of its own.
 * `hopeless` gives it up, in sight of staff.
 */
export type RunEnd = "done" | "again" | { later: Date; reason: string } | { hopeless: string };

/**
 * Does work that is no mail: one piece of it at a time, in short transactions of its own, safe to do twice.
 * @param cutting ends a call outside without an answer
 * @throws {z.ZodError} when the payload is none of this job
 */
export type Run = (ctx: JobContext, payload: unknown, cutting?: AbortSignal) => Promise<RunEnd>;

export const runners: Record<Exclude<JobName, MailJobName>, Run> = {
  "deliver-to-congress": reading(jobs["deliver-to-congress"].payload, deliverToCongress),
  "look-up-mail-domain": reading(jobs["look-up-mail-domain"].payload, lookUpMailDomain),
  "sync-congress": reading(jobs["sync-congress"].payload, syncCongressFacts),
  "export-supporters": reading(jobs["export-supporters"].payload, exportSupporters),
  "send-mailing": reading(jobs["send-mailing"].payload, sendMailing),
  "make-petition-delivery": reading(jobs["make-petition-delivery"].payload, makePetitionDelivery),
  "end-petition-deliveries": reading(jobs["end-petition-deliveries"].payload, endPetitionDeliveries),
  "check-action-link": reading(jobs["check-action-link"].payload, checkActionLink),
  "strike-signatures": reading(jobs["strike-signatures"].payload, strikeSignatures),
};

function reading<Payload>(
  schema: z.ZodType<Payload>,
  run: (ctx: JobContext, payload: Payload, cutting?: AbortSignal) => Promise<RunEnd>,
): Run {
  return (ctx, payload, cutting) => run(ctx, schema.parse(payload), cutting);
}
