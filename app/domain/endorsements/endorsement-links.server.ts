import { and, eq } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { endorsementLinks, endorsements } from "~db/schema/endorsements";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { type EndorsementContent, type EndorsementKind, endorsementContent } from "./endorsement-content";
import { endorsementTokenHash } from "./endorsement-hash";
import { ENDORSEMENT_LINK_DAYS, ENDORSEMENT_MANAGE_DAYS } from "./retention";

const DAY_MS = 86_400_000;

type LinkPurpose = (typeof endorsementLinks.$inferSelect)["purpose"];

/** An entry as its author sees it. */
export interface OwnEndorsement {
  campaignId: string;
  campaignSlug: string;
  id: string;
  kind: EndorsementKind;
  state: (typeof endorsements.$inferSelect)["state"];
  country: string;
  locale: string;
  /** Null once it was removed. */
  content: EndorsementContent | null;
  email: string | null;
  /** Why the campaign turned it down; empty where it said nothing. */
  reason: string;
}

/** A mailed link with the entry it leads to. */
export interface FoundLink {
  entry: OwnEndorsement;
  isExpired: boolean;
}

/**
 * Makes a link for the mail that is being written; only its hash stays here.
 * @param states in which there is something to mail about
 * @returns null where there is not
 */
export async function issueEndorsementLink(
  ctx: Context,
  { campaignId, endorsementId }: { campaignId: string; endorsementId: string },
  purpose: LinkPurpose,
  states: readonly OwnEndorsement["state"][],
): Promise<{ entry: OwnEndorsement & { content: EndorsementContent; email: string }; token: string } | null> {
  const [row] = await selectEntries(ctx).where(
    and(eq(endorsements.campaignId, campaignId), eq(endorsements.id, endorsementId)),
  );
  const entry = row && openEntry(ctx, row);
  if (!entry || entry.content === null || entry.email === null || !states.includes(entry.state)) return null;
  const token = ctx.newToken();
  const days = purpose === "confirm" ? ENDORSEMENT_LINK_DAYS : ENDORSEMENT_MANAGE_DAYS;
  await ctx.db.insert(endorsementLinks).values({
    tokenHash: endorsementTokenHash(ctx, token),
    campaignId,
    endorsementId,
    purpose,
    createdAt: ctx.now(),
    expiresAt: new Date(ctx.now().getTime() + days * DAY_MS),
  });
  return { entry: { ...entry, content: entry.content, email: entry.email }, token };
}

/**
 * Finds what a mailed link leads to; changes nothing.
 * @throws {DomainError} tokenNotFound
 */
export async function getEndorsementLink(ctx: Context, token: string, purpose: LinkPurpose): Promise<FoundLink> {
  const [link] = await ctx.db
    .select()
    .from(endorsementLinks)
    .where(
      and(eq(endorsementLinks.tokenHash, endorsementTokenHash(ctx, token)), eq(endorsementLinks.purpose, purpose)),
    );
  if (link === undefined) throw new DomainError("tokenNotFound");
  const [row] = await selectEntries(ctx).where(
    and(eq(endorsements.campaignId, link.campaignId), eq(endorsements.id, link.endorsementId)),
  );
  if (row === undefined) throw new DomainError("tokenNotFound");
  return { entry: openEntry(ctx, row), isExpired: link.expiresAt <= ctx.now() };
}

function selectEntries(ctx: Context) {
  return ctx.db
    .select({ entry: endorsements, campaignSlug: campaigns.slug })
    .from(endorsements)
    .innerJoin(campaigns, eq(campaigns.id, endorsements.campaignId));
}

type EntryRow = Awaited<ReturnType<typeof selectEntries>>[number];

function openEntry(ctx: Context, { entry, campaignSlug }: EntryRow): OwnEndorsement {
  const { campaignId, id, kind, state, country, locale } = entry;
  return {
    ...{ campaignId, campaignSlug, id, kind, state, country, locale },
    content: openContent(ctx, entry.contentSealed),
    email: entry.emailSealed === null ? null : ctx.vault.open("endorsement.email", entry.emailSealed),
    reason: entry.reasonSealed === null ? "" : ctx.vault.open("endorsement.reason", entry.reasonSealed),
  };
}

/** What was entered; null once it was removed. */
export function openContent(ctx: Pick<Context, "vault">, sealed: string | null): EndorsementContent | null {
  if (sealed === null) return null;
  return endorsementContent.parse(JSON.parse(ctx.vault.open("endorsement.content", sealed)));
}
