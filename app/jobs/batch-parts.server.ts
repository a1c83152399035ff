import { jobs, MAIL_BATCH } from "~/domain/outbox/jobs";
import type { BatchPart } from "~/domain/outbox/mail-batch.server";
import type { JobContext } from "./job-context";
import { sealBatch, sealMail, type WrittenMail } from "./mail-state.server";

/** Into how many parts a refused batch falls: a hundred mails with a bad one are sent in 21 calls, not in 101. */
const PARTS = 10;

/**
 * What takes the place of a batch that was refused, so that one bad address keeps back only itself: smaller batches,
 * and in the end single mails. The mails stay as they were written.
 */
export function partsOf(ctx: JobContext, mails: readonly WrittenMail[]): BatchPart[] {
  if (mails.length <= PARTS) return mails.map((one) => singlePart(ctx, one));
  const size = Math.ceil(mails.length / PARTS);
  const parts: BatchPart[] = [];
  for (let from = 0; from < mails.length; from += size) parts.push(batchPart(ctx, mails.slice(from, from + size)));
  return parts;
}

function singlePart(ctx: JobContext, { jobId, name, payload, mail }: WrittenMail): BatchPart {
  return { id: jobId, name, payload, priority: jobs[name].priority, stateSealed: sealMail(ctx.vault, mail) };
}

function batchPart(ctx: JobContext, mails: readonly WrittenMail[]): BatchPart {
  return {
    id: ctx.newId(),
    name: MAIL_BATCH,
    payload: { mails: mails.length },
    priority: Math.min(...mails.map(({ name }) => jobs[name].priority)),
    stateSealed: sealBatch(ctx.vault, mails),
  };
}
