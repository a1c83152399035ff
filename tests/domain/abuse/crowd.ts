import type { FormSignal } from "~/domain/abuse/signature-signals";
import type { Context } from "~/domain/context";
import { jobs } from "~/domain/outbox/jobs";
import { finishJobs, leaseJobs } from "~/domain/outbox/lease.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { composeConfirmations } from "~/jobs/email-confirmation.server";
import type { JobContext } from "~/jobs/job-context";
import type { OutgoingMail } from "~/services/mailer";
import { inCalifornia, type openPetition } from "../signatures/signing";

type Petition = Awaited<ReturnType<typeof openPetition>>;

/** Where somebody signs from, and what the form told. */
export interface From {
  networkHash?: string | null;
  signals?: FormSignal[];
  byCodeOnly?: boolean;
  domain?: string;
}

let people = 0;

/** Signs as a person who has not signed before. @returns the address */
export async function signAs({ sign }: Petition, from: From = {}): Promise<string> {
  const person = ++people;
  const { networkHash = null, signals = [], byCodeOnly = false, domain = "example.org" } = from;
  const email = `person${person}@${domain}`;
  await sign({ name: `Person ${person}`, email, origin: { networkHash, signals, byCodeOnly } });
  return email;
}

/** Writes the confirmation mails that wait, as the worker does: up to a hundred together. */
export async function writeMails(ctx: JobContext): Promise<OutgoingMail[]> {
  const mails: OutgoingMail[] = [];
  for (;;) {
    const leased = await leaseJobs(ctx, 100, 60_000, "mail");
    if (leased.length === 0) return mails;
    const written = await ctx.db.transaction(async (db) => {
      const tx = { ...ctx, db };
      const asked = leased.filter(({ name }) => name === "email-confirmation");
      const payloads = asked.map(({ payload }) => jobs["email-confirmation"].payload.parse(payload));
      const composed = await composeConfirmations(tx, payloads);
      await finishJobs(
        tx,
        leased.map(({ id }) => id),
      );
      return composed;
    });
    mails.push(...written.filter((mail) => mail !== null));
  }
}

/** Opens the links of mails and confirms, as a person or a robot with many mailboxes would. */
export async function confirmAll(ctx: Context, mails: readonly OutgoingMail[]): Promise<void> {
  for (const mail of mails) {
    const token = /\/confirm\/([\w-]+)/.exec(mail.text)?.[1];
    if (token) await confirmByToken(ctx, token, inCalifornia);
  }
}
