import type { z } from "zod";
import { lookUpMailDomain } from "~/domain/abuse/look-up-mail-domain.server";
import { type JobName, jobs, type MailJobName } from "~/domain/outbox/jobs";
import type { JobContext } from "./job-context";
import { strikeSignatures } from "./strike-signatures.server";
import { syncCongressFacts } from "./sync-congress.server";

/**
 * Does work that is no mail: one piece of it at a time, in short transactions of its own, safe to do twice.
 * `again` puts the job back as due at once, so that a long work is done in many turns.
 * @throws {z.ZodError} when the payload is none of this job
 */
export type Run = (ctx: JobContext, payload: unknown) => Promise<"done" | "again">;

export const runners: Record<Exclude<JobName, MailJobName>, Run> = {
  "look-up-mail-domain": reading(jobs["look-up-mail-domain"].payload, lookUpMailDomain),
  "sync-congress": reading(jobs["sync-congress"].payload, syncCongressFacts),
  "strike-signatures": reading(jobs["strike-signatures"].payload, strikeSignatures),
};

function reading<Payload>(
  schema: z.ZodType<Payload>,
  run: (ctx: JobContext, payload: Payload) => Promise<"done" | "again">,
): Run {
  return (ctx, payload) => run(ctx, schema.parse(payload));
}
