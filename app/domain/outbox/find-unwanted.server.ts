import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { confirmations, signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import { findOpenRequests } from "../deliveries/find-open-requests.server";
import { findWantedDeliveries } from "../mailings/find-unwanted-deliveries.server";
import { findSuppressions } from "../suppressions/find-suppressions.server";
import { mayReceive } from "../suppressions/may-receive";
import { jobs, type MailJobName } from "./jobs";

/** A mail that is about to go out. */
export interface DueMail {
  name: MailJobName;
  payload: unknown;
  to: string;
}

/** Finds addresses that may not have this kind of mail. @returns positions in `mails` */
export async function findSuppressed(
  ctx: Context,
  mails: readonly Pick<DueMail, "name" | "to">[],
): Promise<Set<number>> {
  const reasons = await findSuppressions(
    ctx,
    mails.map(({ to }) => to),
  );
  return positions(mails, ({ name, to }) => !mayReceive(jobs[name].mail, reasons.get(to)));
}

/**
 * Finds mails that were written some time ago and that nobody needs by now: the signature was confirmed,
 * withdrawn, struck or deleted meanwhile, the link has expired, or the address is suppressed.
 * @returns positions in `mails`
 */
export async function findUnwanted(ctx: Context, mails: readonly DueMail[]): Promise<Set<number>> {
  const suppressed = await findSuppressed(ctx, mails);
  const open = await findOpenConfirmations(ctx, mails);
  const states = await findSignatureStates(ctx, mails);
  const waiting = await findWaitingRequests(ctx, mails);
  const toSupporters = await findWantedMailings(ctx, mails);
  const stale = positions(mails, ({ name, payload }) => {
    // A wish that was taken back is on the list of suppressed addresses.
    if (name === "email-mailbox-full" || name === "email-ask-answers") return false;
    // A link that is out of date says so by itself.
    if (name === "email-sign-in" || name === "email-invitation") return false;
    // So is a file that was downloaded meanwhile: its page says so.
    if (name === "email-export-ready") return false;
    if (name === "email-mailing-test" || name === "email-mailing-stopped") return false;
    if (name === "email-mailing") return !toSupporters.has(jobs[name].payload.parse(payload).deliveryId);
    // What was decided stays decided, and the page of a request says where that is.
    if (name === "email-approval-decision" || name === "email-approval-request") return false;
    if (name === "email-confirm-endorsement" || name === "email-endorsement-link") return false;
    if (name === "email-endorsement-decision") return false;
    if (name === "email-confirm-delivery") return !waiting.has(jobs[name].payload.parse(payload).requestId);
    if (name === "email-confirmation") return !open.has(jobs[name].payload.parse(payload).confirmationId);
    const state = states.get(jobs[name].payload.parse(payload).signatureId);
    return name === "email-reminder" ? state !== "pending" : state !== "pending" && state !== "confirmed";
  });
  return new Set([...suppressed, ...stale]);
}

/** Links that still wait to be used, by the ids of their confirmations. */
async function findOpenConfirmations(ctx: Context, mails: readonly DueMail[]): Promise<Set<string>> {
  const wanted = payloadsOf(mails, "email-confirmation", jobs["email-confirmation"].payload);
  if (wanted.length === 0) return new Set();
  const rows = await ctx.db
    .select({ id: confirmations.id, usedAt: confirmations.usedAt, expiresAt: confirmations.expiresAt })
    .from(confirmations)
    .innerJoin(
      signatures,
      and(eq(signatures.campaignId, confirmations.campaignId), eq(signatures.id, confirmations.signatureId)),
    )
    .where(
      and(
        inArray(confirmations.campaignId, distinct(wanted.map(({ campaignId }) => campaignId))),
        inArray(
          confirmations.id,
          wanted.map(({ confirmationId }) => confirmationId),
        ),
        eq(signatures.state, "pending"),
      ),
    );
  const now = ctx.now();
  return new Set(rows.filter(({ usedAt, expiresAt }) => usedAt === null && expiresAt > now).map(({ id }) => id));
}

/** Requests to hand something over that still wait to be confirmed. */
async function findWaitingRequests(ctx: Context, mails: readonly DueMail[]): Promise<Set<string>> {
  const wanted = payloadsOf(mails, "email-confirm-delivery", jobs["email-confirm-delivery"].payload);
  return findOpenRequests(
    ctx,
    wanted.map(({ requestId }) => requestId),
  );
}

/** Mails to supporters that may still leave, by the ids of their deliveries. */
async function findWantedMailings(ctx: Context, mails: readonly DueMail[]): Promise<Set<string>> {
  const schema = jobs["email-mailing"].payload;
  return findWantedDeliveries(
    ctx,
    mails
      .filter(({ name }) => name === "email-mailing")
      .map(({ payload, to }) => ({ deliveryId: schema.parse(payload).deliveryId, to })),
  );
}

async function findSignatureStates(ctx: Context, mails: readonly DueMail[]): Promise<Map<string, string>> {
  const wanted = [
    ...payloadsOf(mails, "email-already-signed", jobs["email-already-signed"].payload),
    ...payloadsOf(mails, "email-reminder", jobs["email-reminder"].payload),
  ];
  if (wanted.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: signatures.id, state: signatures.state })
    .from(signatures)
    .where(
      and(
        inArray(signatures.campaignId, distinct(wanted.map(({ campaignId }) => campaignId))),
        inArray(
          signatures.id,
          wanted.map(({ signatureId }) => signatureId),
        ),
      ),
    );
  return new Map(rows.map(({ id, state }) => [id, state]));
}

function payloadsOf<Payload>(mails: readonly DueMail[], name: MailJobName, schema: z.ZodType<Payload>): Payload[] {
  return mails.filter((mail) => mail.name === name).map(({ payload }) => schema.parse(payload));
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

function positions<T>(all: readonly T[], isMeant: (one: T) => boolean): Set<number> {
  return new Set(all.flatMap((one, position) => (isMeant(one) ? [position] : [])));
}
