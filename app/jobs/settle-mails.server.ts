import { noteFailed, noteSent, noteSkipped } from "~/domain/mailings/settle-deliveries.server";
import { jobs, MAIL_BATCH, type MailJobName } from "~/domain/outbox/jobs";
import type { OutboxJob } from "~/domain/outbox/lease.server";
import type { JobContext } from "./job-context";
import { openBatch } from "./mail-state.server";

/** A mail, by the job that asked for it. */
interface Asked {
  name: string;
  payload: unknown;
}

const deliveryOf = ({ name, payload }: Asked) =>
  name === "email-mailing" ? jobs["email-mailing"].payload.safeParse(payload).data?.deliveryId : undefined;

/** Whether somebody keeps a record of what becomes of such a mail. */
export function isRecorded({ name }: { name: MailJobName | string }): boolean {
  return name === "email-mailing";
}

/** Records that mails have left. @param providerIds in the order of the mails; null where the service did not say */
export function settleSent(
  tx: JobContext,
  mails: readonly Asked[],
  providerIds: readonly string[] | null,
): Promise<void> {
  return noteSent(
    tx,
    mails.flatMap((mail, at) => {
      const deliveryId = deliveryOf(mail);
      return deliveryId === undefined ? [] : [{ deliveryId, providerId: providerIds?.[at] ?? null }];
    }),
  );
}

/** Records that nothing is sent, because nobody may have it any more. */
export function settleUnsent(tx: JobContext, mails: readonly Asked[]): Promise<void> {
  return noteSkipped(
    tx,
    mails.flatMap((mail) => deliveryOf(mail) ?? []),
  );
}

/** Records that the mails of a job are given up. */
export function settleGivenUp(tx: JobContext, job: OutboxJob): Promise<void> {
  const mails =
    job.name === MAIL_BATCH ? (job.stateSealed === null ? [] : openBatch(tx.vault, job.stateSealed)) : [job];
  return noteFailed(
    tx,
    mails.flatMap((mail) => deliveryOf(mail) ?? []),
  );
}
