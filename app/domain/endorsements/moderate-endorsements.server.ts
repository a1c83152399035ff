import { and, asc, count, desc, eq, type SQL } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { endorsements, publicEndorsements } from "~db/schema/endorsements";
import { authorize, partnerIdOf } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { requireAgreement } from "../organizations/require-agreement.server";
import { enqueue } from "../outbox/enqueue.server";
import type { EndorsementContent, EndorsementKind } from "./endorsement-content";
import { openContent } from "./endorsement-links.server";
import { type Decision, type ReadableState, readableStates } from "./moderation-form";
import { searchedText } from "./searched-text";

const PAGE_SIZE = 20;

/** An endorsement as those read it who decide on it. Of the address only its domain is told. */
export interface ModeratedEndorsement {
  id: string;
  campaignId: string;
  campaignSlug: string;
  kind: EndorsementKind;
  country: string;
  locale: string;
  content: EndorsementContent;
  mailDomain: string;
  signals: string[];
  sentAt: Date;
  reason: string;
}

/** The endorsements of an organization's campaigns in one state, and how many are in each. */
export async function listEndorsements(
  ctx: Context,
  actor: PortalActor,
  { state, page }: { state: ReadableState; page: number },
) {
  authorize(actor, "endorsements.read");
  await requireAgreement(ctx, actor);
  const partnerId = partnerIdOf(actor);
  const isOurs = partnerId === null ? undefined : eq(campaigns.partnerId, partnerId);
  const counted = await ctx.db
    .select({ state: endorsements.state, total: count() })
    .from(endorsements)
    .innerJoin(campaigns, eq(campaigns.id, endorsements.campaignId))
    .where(isOurs)
    .groupBy(endorsements.state);
  const counts = Object.fromEntries(
    readableStates.map((one) => [one, counted.find((row) => row.state === one)?.total ?? 0]),
  );
  const pages = Math.max(1, Math.ceil((counts[state] ?? 0) / PAGE_SIZE));
  const at = Math.min(page, pages);
  const rows = await ctx.db
    .select({ entry: endorsements, campaignSlug: campaigns.slug })
    .from(endorsements)
    .innerJoin(campaigns, eq(campaigns.id, endorsements.campaignId))
    .where(and(isOurs, eq(endorsements.state, state)))
    // Who waits for longest first; of what is decided, the newest.
    .orderBy(
      ...(state === "confirmed"
        ? [asc(endorsements.sentAt), asc(endorsements.id)]
        : [desc(endorsements.sentAt), desc(endorsements.id)]),
    )
    .limit(PAGE_SIZE)
    .offset((at - 1) * PAGE_SIZE);
  return { counts, page: at, pages, entries: rows.flatMap((row) => openModerated(ctx, row) ?? []) };
}

function openModerated(
  ctx: Context,
  { entry, campaignSlug }: { entry: typeof endorsements.$inferSelect; campaignSlug: string },
): ModeratedEndorsement | null {
  const content = openContent(ctx, entry.contentSealed);
  if (content === null) return null;
  const email = entry.emailSealed === null ? "" : ctx.vault.open("endorsement.email", entry.emailSealed);
  const { id, campaignId, kind, country, locale, signals, sentAt } = entry;
  return {
    ...{ id, campaignId, campaignSlug, kind, country, locale, content, signals, sentAt },
    mailDomain: email.slice(email.lastIndexOf("@") + 1),
    reason: entry.reasonSealed === null ? "" : ctx.vault.open("endorsement.reason", entry.reasonSealed),
  };
}

/** The states from which each decision may be taken. */
const takenFrom = {
  approve: ["confirmed", "hidden", "rejected"],
  reject: ["confirmed"],
  hide: ["approved"],
} as const satisfies Record<Decision["what"], readonly string[]>;

const leadsTo = { approve: "approved", reject: "rejected", hide: "hidden" } as const;

/**
 * Shows, turns down or hides an endorsement, and tells its author. Deciding twice does it once.
 * @returns `outdated` where somebody else decided, or its author removed it, meanwhile
 * @throws {DomainError} notFound, notAllowed, agreementMissing
 */
export async function decideOnEndorsement(
  ctx: Context,
  actor: PortalActor,
  { campaignId, id, what, reason }: Decision,
): Promise<"decided" | "outdated"> {
  authorize(actor, "endorsements.moderate");
  await requireAgreement(ctx, actor);
  const isThis = and(eq(endorsements.campaignId, campaignId), eq(endorsements.id, id));
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [row] = await db
      .select({ entry: endorsements, partnerId: campaigns.partnerId })
      .from(endorsements)
      .innerJoin(campaigns, eq(campaigns.id, endorsements.campaignId))
      .where(isThis)
      .for("update", { of: endorsements });
    if (row === undefined) throw new DomainError("notFound");
    authorize(actor, "endorsements.moderate", { partnerId: row.partnerId });
    const { entry, partnerId } = row;
    const content = openContent(ctx, entry.contentSealed);
    if (entry.state === leadsTo[what]) return "decided";
    if (content === null || !takenFrom[what].some((state) => state === entry.state)) return "outdated";
    // Approved after it was rejected: its mailbox may stand there with another one by now.
    if (entry.state === "rejected" && (await isTaken(tx, entry))) return "outdated";
    await db
      .update(endorsements)
      .set({
        state: leadsTo[what],
        decidedAt: ctx.now(),
        decidedBy: actor.userId,
        reasonSealed: reason === "" || what === "approve" ? null : ctx.vault.seal("endorsement.reason", reason),
      })
      .where(isThis);
    if (what === "approve") await show(tx, entry, content);
    if (what === "hide") await hide(tx, isThisPublic(entry), campaignId);
    await enqueue(tx, "email-endorsement-decision", { campaignId, endorsementId: id });
    await recordAudit(tx, {
      actor: actor.userId,
      action: `endorsement.${what}`,
      campaignId,
      partnerId,
      facts: { endorsement: id },
    });
    return "decided";
  });
}

async function isTaken(tx: Context, { campaignId, mailboxHash }: typeof endorsements.$inferSelect): Promise<boolean> {
  if (mailboxHash === null) return true;
  const rows = await tx.db
    .select({ state: endorsements.state })
    .from(endorsements)
    .where(and(eq(endorsements.campaignId, campaignId), eq(endorsements.mailboxHash, mailboxHash)));
  return rows.some(({ state }) => state === "confirmed" || state === "approved" || state === "hidden");
}

async function show(tx: Context, entry: typeof endorsements.$inferSelect, content: EndorsementContent): Promise<void> {
  const { campaignId, id, kind, country, locale } = entry;
  await tx.db
    .insert(publicEndorsements)
    .values({ campaignId, id, kind, country, locale, ...content, since: tx.now(), searched: searchedText(content) })
    .onConflictDoNothing();
}

function isThisPublic({ campaignId, id }: { campaignId: string; id: string }): SQL | undefined {
  return and(eq(publicEndorsements.campaignId, campaignId), eq(publicEndorsements.id, id));
}

async function hide(tx: Context, which: SQL | undefined, campaignId: string): Promise<void> {
  await tx.db.delete(publicEndorsements).where(which);
  await enqueue(tx, "end-petition-deliveries", { campaignId });
}
