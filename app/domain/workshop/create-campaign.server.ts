import { and, eq, inArray } from "drizzle-orm";
import { campaignPartners, campaigns } from "~db/schema/campaigns";
import type { CampaignFacts } from "~db/schema/content/campaign-facts";
import { contentItems, contentSlugs } from "~db/schema/content-items";
import { hosts } from "~db/schema/hosts";
import { petitions } from "~db/schema/petitions";
import { authorize, partnerIdOf } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import { saveDraft } from "../content/save-draft.server";
import { isSlug } from "../content/slug-rule";
import type { Context } from "../context";
import { retryConflict } from "../retry-conflict";
import { pickTemplate } from "./templates/pick-template";
import type { TemplateKey } from "./templates/template";
import { type TextKind, textKinds } from "./text-shape";

export type CreatedCampaign =
  | { outcome: "created"; slug: string }
  /** Another campaign has, or had, this address in some language; or it is one of the workshop's own pages. */
  | { outcome: "taken" };

export interface NewCampaign {
  slug: string;
  /** The language that the others are translated from. */
  locale: string;
  title: string;
  template: TemplateKey;
}

/** Pages of the workshop that stand where campaigns do. */
const reserved: readonly string[] = ["new", "approvals"];

/**
 * Begins a campaign of the actor's organization: its petition, and first drafts of its texts. Nobody else sees it.
 * @throws {DomainError} notAllowed
 */
export async function createCampaign(ctx: Context, actor: PortalActor, input: NewCampaign): Promise<CreatedCampaign> {
  authorize(actor, "campaigns.change");
  const { slug, locale, title } = input;
  const { goal, text } = pickTemplate(input.template, locale);
  return beginCampaign(ctx, actor, {
    slug,
    locale,
    facts: { goal },
    fields: { petition: { title, ...text }, campaign: campaignFields(title, text.summary) },
    from: input.template,
  });
}

/** What a campaign without a landing page says beside its petition. */
export function campaignFields(title: string, summary: string): Record<string, unknown> {
  return { name: title, seo: { title, description: summary }, landing: null };
}

/** What a campaign begins with. */
export interface Beginning {
  slug: string;
  locale: string;
  facts: Pick<CampaignFacts, "goal"> & Partial<Omit<CampaignFacts, "opensAt" | "closesAt" | "wordings">>;
  fields: Record<TextKind, unknown>;
  /** A template, or the slug of the campaign that this is a copy of. */
  from: string;
}

export function beginCampaign(ctx: Context, actor: PortalActor, beginning: Beginning): Promise<CreatedCampaign> {
  // Two who want one address at once: the second finds it taken when it tries again.
  return retryConflict(() => ctx.db.transaction((db) => begin({ ...ctx, db }, actor, beginning)));
}

async function begin(
  tx: Context,
  actor: PortalActor,
  { slug, locale, facts, fields, from }: Beginning,
): Promise<CreatedCampaign> {
  if (!isSlug(slug) || (await isTaken(tx, slug))) return { outcome: "taken" };
  const now = tx.now();
  const partnerId = partnerIdOf(actor);
  const [host] = await tx.db.select({ id: hosts.id }).from(hosts).limit(1);
  if (host === undefined) throw new Error("There is no host.");
  const campaignId = tx.newId();
  await tx.db.insert(campaigns).values({
    ...facts,
    id: campaignId,
    hostId: host.id,
    partnerId,
    slug,
    isFlagship: false,
    isSample: false,
    status: "draft",
    defaultLocale: locale,
    publishedAt: now,
    createdBy: actor.name,
    factsBy: actor.name,
    factsAt: now,
  });
  // It opens when it becomes public; see `opensWithPublication`.
  await tx.db.insert(petitions).values({ id: tx.newId(), campaignId, opensAt: now, closesAt: null });
  // Whoever signs can say yes to the partner whose campaign it is.
  if (partnerId !== null) await tx.db.insert(campaignPartners).values({ campaignId, partnerId, position: 0 });
  for (const kind of textKinds) {
    const item = { id: tx.newId(), hostId: host.id, partnerId, kind, key: slug, sourceLocale: locale, createdAt: now };
    await tx.db.insert(contentItems).values(item);
    const saved = await saveDraft(tx, actor, { kind, key: slug, locale, fields: fields[kind], basedOn: null });
    if (saved.outcome !== "saved") throw new Error(`The first draft of a campaign was refused: ${saved.outcome}.`);
  }
  await recordAudit(tx, {
    actor: actor.name,
    action: "campaign.create",
    campaignId,
    partnerId,
    facts: { slug, locale, from },
  });
  return { outcome: "created", slug };
}

async function isTaken({ db }: Context, slug: string): Promise<boolean> {
  if (reserved.includes(slug)) return true;
  const [[campaign], [address], [item]] = await Promise.all([
    db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.slug, slug)).limit(1),
    db
      .select({ slug: contentSlugs.slug })
      .from(contentSlugs)
      .where(and(eq(contentSlugs.kind, "campaign"), eq(contentSlugs.slug, slug)))
      .limit(1),
    db
      .select({ id: contentItems.id })
      .from(contentItems)
      .where(and(inArray(contentItems.kind, [...textKinds]), eq(contentItems.key, slug)))
      .limit(1),
  ]);
  return campaign !== undefined || address !== undefined || item !== undefined;
}
