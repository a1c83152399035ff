import { and, asc, eq, gte, isNull, lt, type SQL } from "drizzle-orm";
import { z } from "zod";
import { numberNotes } from "~db/schema/numbers";
import { partners } from "~db/schema/partners";
import { users } from "~db/schema/users";
import { partnerIdOf } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { getCountedCampaign } from "./campaigns-of.server";
import { addDays, isDay } from "./days";
import type { Period } from "./period";

const LONGEST_NOTE = 200;

/** A note as it is typed; its moment is in UTC. Each message is a key of `fieldErrors`. */
export const noteForm = z.object({
  at: z
    .string()
    .trim()
    .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, "momentFaulty")
    .refine((moment) => isDay(moment.slice(0, 10)), "momentFaulty")
    .transform((moment) => new Date(`${moment}:00Z`)),
  text: z
    .string()
    .transform((text) => text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim())
    .refine((text) => text !== "", "required")
    .refine((text) => [...text].length <= LONGEST_NOTE, "tooLong"),
});

export const removeNoteForm = z.object({ id: z.uuid("required") });

export interface NumberNote {
  id: string;
  at: Date;
  text: string;
  isMailing: boolean;
  /** The colleague who wrote it; null for a mailing that left by itself, and for people of another organization. */
  by: string | null;
  /** The partner that wrote it, where it is another organization; null for the host's. */
  partner: string | null;
  isOurs: boolean;
  mayRemove: boolean;
}

/** Notes beside the numbers of a campaign, by time. Whoever calls it has asked for the right to see them. */
export async function listNotes(
  ctx: Context,
  actor: PortalActor,
  campaignId: string,
  { from, to }: Period,
): Promise<NumberNote[]> {
  const ours = partnerIdOf(actor);
  const rows = await ctx.db
    .select({ note: numberNotes, name: users.nameSealed, partner: partners.name })
    .from(numberNotes)
    .leftJoin(users, eq(users.id, numberNotes.createdBy))
    .leftJoin(partners, eq(partners.id, numberNotes.partnerId))
    .where(
      and(
        eq(numberNotes.campaignId, campaignId),
        gte(numberNotes.at, new Date(`${from}T00:00:00Z`)),
        lt(numberNotes.at, new Date(`${addDays(to, 1)}T00:00:00Z`)),
      ),
    )
    .orderBy(asc(numberNotes.at), asc(numberNotes.id));
  return rows.map(({ note, name, partner }) => {
    const isOurs = note.partnerId === ours;
    return {
      id: note.id,
      at: note.at,
      text: note.text,
      isMailing: note.mailingId !== null,
      by: isOurs && name !== null ? ctx.vault.open("user.name", name) : null,
      partner: isOurs ? null : partner,
      isOurs,
      mayRemove: (ours === null || isOurs) && note.mailingId === null,
    };
  });
}

/** Writes a note beside the numbers of a campaign. @throws {DomainError} notAllowed, notFound */
export async function addNote(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  { at, text }: z.output<typeof noteForm>,
): Promise<void> {
  const campaign = await getCountedCampaign(ctx, actor, "numbers.annotate", slug, "en");
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const id = ctx.newId();
    await db.insert(numberNotes).values({
      id,
      campaignId: campaign.id,
      partnerId: partnerIdOf(actor),
      at,
      text,
      createdBy: actor.userId,
      createdAt: ctx.now(),
    });
    await auditNote(tx, actor, "note.add", campaign.id, id);
  });
}

/**
 * Takes a note away: the host any, a partner its own. The note of a mailing stays with its numbers.
 * @throws {DomainError} notAllowed, notFound
 */
export async function removeNote(ctx: Context, actor: PortalActor, slug: string, id: string): Promise<void> {
  const campaign = await getCountedCampaign(ctx, actor, "numbers.annotate", slug, "en");
  const partnerId = partnerIdOf(actor);
  await ctx.db.transaction(async (db) => {
    const removed = await db
      .delete(numberNotes)
      .where(and(isByHand(id, campaign.id), partnerId === null ? undefined : eq(numberNotes.partnerId, partnerId)))
      .returning({ id: numberNotes.id });
    if (removed.length === 0) throw new DomainError("notFound");
    await auditNote({ ...ctx, db }, actor, "note.remove", campaign.id, id);
  });
}

const isByHand = (id: string, campaignId: string): SQL | undefined =>
  and(eq(numberNotes.id, id), eq(numberNotes.campaignId, campaignId), isNull(numberNotes.mailingId));

function auditNote(tx: Context, actor: PortalActor, action: string, campaignId: string, note: string) {
  return recordAudit(tx, { actor: actor.name, action, campaignId, partnerId: partnerIdOf(actor), facts: { note } });
}

/**
 * Notes that a mailing went out, in the transaction of `ctx.db`, so that the numbers tell what it moved. Noting it again
 * for the same campaign changes nothing.
 * @param mailing.text its subject, as colleagues know it
 * @param mailing.partnerId in whose name it was sent; null for the host
 */
export async function noteMailing(
  ctx: Pick<Context, "db" | "now" | "newId">,
  mailing: { id: string; campaignId: string; partnerId: string | null; text: string; createdBy: string | null },
): Promise<void> {
  const { id: mailingId, text, ...rest } = mailing;
  await ctx.db
    .insert(numberNotes)
    .values({
      id: ctx.newId(),
      ...rest,
      mailingId,
      text: [...text].slice(0, LONGEST_NOTE).join(""),
      at: ctx.now(),
      createdAt: ctx.now(),
    })
    .onConflictDoNothing({ target: [numberNotes.mailingId, numberNotes.campaignId] });
}
