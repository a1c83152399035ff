import { and, count, desc, eq, inArray, or, sql } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { petitionContent } from "~db/schema/content/petition-content";
import { partners } from "~db/schema/partners";
import { petitionDeliveries, petitionDeliveryPeople } from "~db/schema/petition-deliveries";
import { petitions, petitionTranslations } from "~db/schema/petitions";
import { publicSignatures } from "~db/schema/public-signatures";
import { authorize, partnerIdOf } from "../access/authorize";
import { type PortalActor, requireProof } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import { groupBy } from "../campaigns/group-by";
import { pickTranslation } from "../campaigns/pick-translation";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { requireAgreement } from "../organizations/require-agreement.server";
import { deliveryFacts } from "./delivery-facts";
import { endDelivery } from "./end-deliveries.server";
import { listFiles, readParts } from "./files.server";
import { mayShowPeople } from "./plan-files";

const MOST_SHOWN = 50;

/** A campaign of which documents can be made. */
export interface DeliverableCampaign {
  id: string;
  title: string;
  partner: string | null;
}

/** The campaigns of an organization; of every one for the host. */
export async function listDeliverableCampaigns(
  ctx: Context,
  actor: PortalActor,
  locale: string,
): Promise<DeliverableCampaign[]> {
  authorize(actor, "deliveries.read");
  const partnerId = partnerIdOf(actor);
  const rows = await ctx.db
    .select({
      id: campaigns.id,
      slug: campaigns.slug,
      defaultLocale: campaigns.defaultLocale,
      partner: partners.name,
      locale: petitionTranslations.locale,
      content: petitionTranslations.content,
    })
    .from(campaigns)
    .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
    .innerJoin(petitionTranslations, eq(petitionTranslations.petitionId, petitions.id))
    .leftJoin(partners, eq(partners.id, campaigns.partnerId))
    .where(
      and(
        inArray(campaigns.status, ["published", "closed"]),
        partnerId === null ? undefined : eq(campaigns.partnerId, partnerId),
        or(
          inArray(petitionTranslations.locale, [locale, "en"]),
          eq(petitionTranslations.locale, campaigns.defaultLocale),
        ),
      ),
    )
    .orderBy(desc(campaigns.isFlagship), campaigns.slug);
  return groupBy(rows, ({ id }) => id).map((ofOne) => {
    const [{ id, slug, partner, defaultLocale }] = ofOne;
    const text = pickTranslation(ofOne, locale, defaultLocale);
    return {
      id,
      partner,
      title: text === null ? slug : petitionContent.pick({ title: true }).parse(text.content).title,
    };
  });
}

/** The newest deliveries of an organization's campaigns, and how many comments wait to be read. */
export async function listDeliveries(ctx: Context, actor: PortalActor) {
  authorize(actor, "deliveries.read");
  const partnerId = partnerIdOf(actor);
  const isOurs = partnerId === null ? undefined : eq(campaigns.partnerId, partnerId);
  const rows = await ctx.db
    .select({ delivery: petitionDeliveries, slug: campaigns.slug })
    .from(petitionDeliveries)
    .innerJoin(campaigns, eq(campaigns.id, petitionDeliveries.campaignId))
    .where(isOurs)
    .orderBy(desc(petitionDeliveries.createdAt), desc(petitionDeliveries.id))
    .limit(MOST_SHOWN);
  const [waiting] = await ctx.db
    .select({ total: count() })
    .from(publicSignatures)
    .innerJoin(campaigns, eq(campaigns.id, publicSignatures.campaignId))
    .where(and(isOurs, sql`${publicSignatures.commentState} <> 'none'`, eq(publicSignatures.commentState, "waiting")));
  return { deliveries: rows.map(summaryOf), waitingComments: waiting?.total ?? 0 };
}

function summaryOf({ delivery }: { delivery: typeof petitionDeliveries.$inferSelect }) {
  const { id, campaignId, createdAt, locale, forLawmakers, state, endReason, asOf, done, total, sha256 } = delivery;
  const facts = deliveryFacts.parse(delivery.facts);
  return {
    ...{ id, campaignId, createdAt, locale, forLawmakers, state, endReason, asOf, done, total, sha256 },
    title: facts.petition.title,
    signatures: facts.places.total,
    recipients: facts.recipients.length,
    recipientsLeftOut: facts.recipientsLeftOut,
    endorsements: facts.endorsements.length,
  };
}

/**
 * One delivery with its files and how many people it shows.
 * @throws {DomainError} notFound, notAllowed
 */
export async function getDelivery(ctx: Context, actor: PortalActor, id: string) {
  authorize(actor, "deliveries.read");
  const { delivery } = await findOurs(ctx, actor, id, "deliveries.read");
  const [named] = await ctx.db
    .select({
      names: sql<number>`count(*) filter (where ${petitionDeliveryPeople.showsName})`.mapWith(Number),
      comments: sql<number>`count(*) filter (where ${petitionDeliveryPeople.showsComment})`.mapWith(Number),
    })
    .from(petitionDeliveryPeople)
    .where(eq(petitionDeliveryPeople.deliveryId, id));
  return {
    ...summaryOf({ delivery }),
    names: named?.names ?? 0,
    comments: named?.comments ?? 0,
    files: delivery.state === "ready" ? await listFiles(ctx, id) : [],
  };
}

/**
 * Opens files of a delivery to be downloaded, and writes that down. For people's names whoever downloads them shows anew
 * who they are.
 * @param name of the file; null for all
 * @throws {DomainError} notFound, notAllowed, agreementMissing, proofNeeded
 */
export async function openFiles(ctx: Context, actor: PortalActor, id: string, name: string | null) {
  authorize(actor, "deliveries.read");
  await requireAgreement(ctx, actor);
  const { delivery, partnerId } = await findOurs(ctx, actor, id, "deliveries.read");
  const files = delivery.state === "ready" ? await listFiles(ctx, id) : [];
  const wanted = files.filter((file) => name === null || file.name === name);
  if (wanted.length === 0) throw new DomainError("notFound");
  if (wanted.some((file) => mayShowPeople(file.name)) && (await showsPeople(ctx, id))) requireProof(ctx, actor);
  await recordAudit(ctx, {
    actor: actor.userId,
    action: "delivery.download",
    campaignId: delivery.campaignId,
    partnerId,
    facts: { delivery: id, file: name ?? "all" },
  });
  return {
    at: delivery.asOf,
    files: wanted.map((file) => ({ ...file, parts: () => readParts(ctx, { deliveryId: id, name: file.name }) })),
  };
}

/** Deletes the files of a delivery. Doing it twice does it once. @throws {DomainError} notFound, notAllowed */
export async function deleteDelivery(ctx: Context, actor: PortalActor, id: string): Promise<void> {
  authorize(actor, "deliveries.create");
  const { delivery, partnerId } = await findOurs(ctx, actor, id, "deliveries.create");
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [held] = await db.select().from(petitionDeliveries).where(eq(petitionDeliveries.id, id)).for("update");
    if (held?.state !== "ready" && held?.state !== "making") return;
    await endDelivery(tx, id, "deleted");
    await recordAudit(tx, {
      actor: actor.userId,
      action: "delivery.delete",
      campaignId: delivery.campaignId,
      partnerId,
      facts: { delivery: id },
    });
  });
}

async function showsPeople(ctx: Pick<Context, "db">, deliveryId: string): Promise<boolean> {
  const [person] = await ctx.db
    .select({ deliveryId: petitionDeliveryPeople.deliveryId })
    .from(petitionDeliveryPeople)
    .where(eq(petitionDeliveryPeople.deliveryId, deliveryId))
    .limit(1);
  return person !== undefined;
}

async function findOurs(
  ctx: Context,
  actor: PortalActor,
  id: string,
  permission: "deliveries.read" | "deliveries.create",
) {
  const [row] = await ctx.db
    .select({ delivery: petitionDeliveries, partnerId: campaigns.partnerId })
    .from(petitionDeliveries)
    .innerJoin(campaigns, eq(campaigns.id, petitionDeliveries.campaignId))
    .where(eq(petitionDeliveries.id, id));
  if (row === undefined) throw new DomainError("notFound");
  authorize(actor, permission, row);
  return row;
}
