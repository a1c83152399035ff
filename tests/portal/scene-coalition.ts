import { eq, isNull } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { finishFile, keepParts } from "~/domain/petition-deliveries/files.server";
import { gatherFacts } from "~/domain/petition-deliveries/gather-facts.server";
import { campaigns } from "~db/schema/campaigns";
import { consentWordings } from "~db/schema/consents";
import { endorsements } from "~db/schema/endorsements";
import { petitionDeliveries } from "~db/schema/petition-deliveries";
import { petitions } from "~db/schema/petitions";
import { publicSignatures } from "~db/schema/public-signatures";
import { signatures } from "~db/schema/signatures";
import { agree } from "../domain/petition-deliveries/delivering";
import type { Kind } from "./access-table";
import type { Scene } from "./scene";

/** What stands under a campaign of the partner, and of the host. */
export interface CoalitionThings {
  campaign: string;
  /** A delivery with one file, `method.txt`. */
  delivery: string;
  /** A signature with a comment that waits. */
  commented: string;
  /** Endorsements that wait, and that are public. */
  waiting: string;
  approved: string;
}

/** Puts documents, comments and endorsements into the scene; the partner has accepted the agreement about data. */
export async function prepareCoalition(
  ctx: Context,
  { partner, members, host }: Pick<Scene, "partner" | "members" | "host">,
): Promise<Record<Kind, CoalitionThings>> {
  await agree(ctx, members.owner.actor);
  return {
    partner: await thingsOf(ctx, partner.id, members.owner.actor.userId),
    host: await thingsOf(ctx, null, host.owner.actor.userId),
  };
}

async function thingsOf(ctx: Context, partnerId: string | null, userId: string): Promise<CoalitionThings> {
  const [row] = await ctx.db
    .select({ campaign: campaigns.id, petition: petitions.id, locale: campaigns.defaultLocale })
    .from(campaigns)
    .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
    .where(partnerId === null ? isNull(campaigns.partnerId) : eq(campaigns.partnerId, partnerId));
  if (row === undefined) throw new Error("There is no such campaign.");
  return {
    campaign: row.campaign,
    delivery: await delivered(ctx, row, userId),
    commented: await comment(ctx, row),
    waiting: await endorsement(ctx, row, "confirmed"),
    approved: await endorsement(ctx, row, "approved"),
  };
}

interface Place {
  campaign: string;
  petition: string;
  locale: string;
}

async function delivered(ctx: Context, { campaign, locale }: Place, userId: string): Promise<string> {
  const id = ctx.newId();
  const facts = { ...(await gatherFacts(ctx, campaign, locale)), recipients: [], recipientsLeftOut: 0 };
  await ctx.db.insert(petitionDeliveries).values({
    ...{ id, campaignId: campaign, requestedBy: userId, locale: "en", forLawmakers: false, facts },
    ...{ state: "ready", beginning: 1, done: 6, total: 6, cursor: { phase: "people", after: null } },
    ...{ createdAt: ctx.now(), asOf: ctx.now(), readyAt: ctx.now() },
  });
  const file = { deliveryId: id, name: "method.txt" };
  await keepParts(ctx, file, 0, Buffer.from("How it was counted"));
  await finishFile(ctx, file, 0);
  return id;
}

async function comment(ctx: Context, { campaign, petition }: Place): Promise<string> {
  const id = ctx.newId();
  await ctx.db.insert(signatures).values({
    ...{ campaignId: campaign, id, petitionId: petition, state: "confirmed", mailboxSlot: 1 },
    ...{ mailboxHash: id, identityHash: id, country: "KE", locale: "en" },
    nameSealed: ctx.vault.seal("signature.name", "Ada"),
    emailSealed: ctx.vault.seal("signature.email", "ada@example.org"),
    signedAt: ctx.now(),
    confirmedAt: ctx.now(),
  });
  await ctx.db.insert(publicSignatures).values({
    ...{ campaignId: campaign, signatureId: id, showsName: true, commentState: "waiting", recordedAt: ctx.now() },
    commentSealed: ctx.vault.seal("signature.comment", "Listen"),
  });
  return id;
}

async function endorsement(ctx: Context, { campaign }: Place, state: "confirmed" | "approved"): Promise<string> {
  const [wording] = await ctx.db.select().from(consentWordings).where(eq(consentWordings.purpose, "endorsement"));
  const id = ctx.newId();
  const content = { name: "Example Lab", affiliation: "", role: "", sentence: "", website: "https://example.org/" };
  await ctx.db.insert(endorsements).values({
    ...{ campaignId: campaign, id, kind: "organization", state, country: "KE", locale: "en", gpc: false },
    contentSealed: ctx.vault.seal("endorsement.content", JSON.stringify(content)),
    emailSealed: ctx.vault.seal("endorsement.email", "lab@example.org"),
    mailboxHash: id,
    wordingId: wording?.id ?? "",
    sentAt: ctx.now(),
    confirmedAt: ctx.now(),
  });
  return id;
}
