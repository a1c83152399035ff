import { and, eq, notExists, sql } from "drizzle-orm";
import { campaigns, campaignTranslations, type translationStatuses } from "../schema/campaigns";
import { consentWordings } from "../schema/consents";
import { contentHash } from "../schema/content/content-hash";
import { type RevisionFields, revisionFields } from "../schema/content/revision-fields";
import { contentItems, type contentKinds, contentRevisions, contentSlugs } from "../schema/content-items";
import { partnerActions, partnerActionTranslations } from "../schema/partner-actions";
import { petitions, petitionTranslations } from "../schema/petitions";
import { principles, principleTranslations } from "../schema/principles";
import { updates, updateTranslations } from "../schema/updates";
import type { SeedScope } from "./seed-scope";
import { stableId } from "./stable-id";

type Kind = (typeof contentKinds)[number];

/** A text as readers see it now. */
interface Shown<K extends Kind = Kind> {
  kind: K;
  key: string;
  partnerId: string | null;
  sourceLocale: string;
  locale: string;
  status: (typeof translationStatuses)[number];
  publishedAt: Date;
  fields: RevisionFields<K>;
}

/** Who wrote what came with the product. */
export const AUTHOR = "seed";

/** Addresses of these stand in paths. */
const withAddress: readonly Kind[] = ["campaign", "principle", "update"];

/**
 * Makes the first revision of every text that has none: of what was just seeded, and, in a database that was filled
 * by an earlier version, of what its readers see.
 */
export async function seedContentItems(scope: Pick<SeedScope, "db" | "hostId">): Promise<void> {
  const shown = await listShown(scope);
  if (shown.length === 0) return;
  const { db, hostId } = scope;
  const items = new Map(shown.map((text) => [`${text.kind}:${text.key}`, text] as const));
  await db
    .insert(contentItems)
    .values(
      [...items.values()].map(({ kind, key, partnerId, sourceLocale, publishedAt }) => ({
        id: itemId(kind, key),
        hostId,
        partnerId,
        kind,
        key,
        sourceLocale,
        createdAt: publishedAt,
      })),
    )
    .onConflictDoNothing();
  await db.insert(contentRevisions).values(shown.map(revisionOf)).onConflictDoNothing();
  const addressed = shown.filter(({ kind }) => withAddress.includes(kind));
  if (addressed.length === 0) return;
  await db
    .insert(contentSlugs)
    .values(
      addressed.map(({ kind, key, locale, publishedAt }) => ({
        kind,
        locale,
        slug: key,
        itemId: itemId(kind, key),
        isCurrent: true,
        since: publishedAt,
      })),
    )
    .onConflictDoNothing();
}

function itemId(kind: Kind, key: string): string {
  return stableId("content-item", `${kind}:${key}`);
}

function revisionOf({ kind, key, sourceLocale, locale, status, publishedAt, fields }: Shown) {
  const isReviewed = status === "reviewed" || status === "published";
  const checked = revisionFields[kind].parse(fields);
  return {
    itemId: itemId(kind, key),
    locale,
    number: 1,
    sourceNumber: locale === sourceLocale ? null : 1,
    state: "published" as const,
    fields: checked,
    sha256: contentHash(checked),
    isMachineDraft: status === "machine_draft",
    writtenBy: AUTHOR,
    writtenAt: publishedAt,
    reviewedBy: isReviewed ? AUTHOR : null,
    reviewedAt: isReviewed ? publishedAt : null,
    publishedBy: AUTHOR,
    publishedAt,
  };
}

/** Every text that readers see and that has no revision yet. */
async function listShown({ db }: Pick<SeedScope, "db">): Promise<Shown[]> {
  const without = (kind: Kind, key: unknown, locale: unknown) =>
    notExists(
      db
        .select({ one: sql`1` })
        .from(contentRevisions)
        .innerJoin(contentItems, eq(contentItems.id, contentRevisions.itemId))
        .where(
          and(
            eq(contentItems.kind, kind),
            eq(contentItems.key, sql`${key}`),
            eq(contentRevisions.locale, sql`${locale}`),
          ),
        ),
    );
  const ofCampaign = { key: campaigns.slug, partnerId: campaigns.partnerId, sourceLocale: campaigns.defaultLocale };

  const campaignTexts = await db
    .select({ ...ofCampaign, publishedAt: campaigns.publishedAt, text: campaignTranslations })
    .from(campaignTranslations)
    .innerJoin(campaigns, eq(campaigns.id, campaignTranslations.campaignId))
    .where(without("campaign", campaigns.slug, campaignTranslations.locale));
  const petitionTexts = await db
    .select({ ...ofCampaign, publishedAt: petitions.opensAt, text: petitionTranslations })
    .from(petitionTranslations)
    .innerJoin(petitions, eq(petitions.id, petitionTranslations.petitionId))
    .innerJoin(campaigns, eq(campaigns.id, petitions.campaignId))
    .where(without("petition", campaigns.slug, petitionTranslations.locale));
  const [first] = await db.select({ at: campaigns.publishedAt }).from(campaigns).where(eq(campaigns.isFlagship, true));
  const firstAt = first?.at ?? new Date(0);
  const principleTexts = await db
    .select({ key: principles.slug, text: principleTranslations })
    .from(principleTranslations)
    .innerJoin(principles, eq(principles.slug, principleTranslations.slug))
    .where(without("principle", principles.slug, principleTranslations.locale));
  const actionTexts = await db
    .select({ action: partnerActions, text: partnerActionTranslations })
    .from(partnerActionTranslations)
    .innerJoin(partnerActions, eq(partnerActions.id, partnerActionTranslations.actionId))
    .where(without("partner_action", partnerActions.slug, partnerActionTranslations.locale));
  const updateTexts = await db
    .select({ update: updates, text: updateTranslations })
    .from(updateTranslations)
    .innerJoin(updates, eq(updates.slug, updateTranslations.slug))
    .where(without("update", updates.slug, updateTranslations.locale));
  const wordings = await db
    .select()
    .from(consentWordings)
    .where(without("consent_wording", consentWordings.purpose, consentWordings.locale));

  const english = { partnerId: null, sourceLocale: "en" };
  return [
    ...campaignTexts.map(
      ({ text, ...campaign }): Shown<"campaign"> => ({
        kind: "campaign",
        ...campaign,
        locale: text.locale,
        status: text.status,
        fields: revisionFields.campaign.parse(text.content),
      }),
    ),
    ...petitionTexts.map(
      ({ text, ...petition }): Shown<"petition"> => ({
        kind: "petition",
        ...petition,
        locale: text.locale,
        status: text.status,
        fields: revisionFields.petition.parse(text.content),
      }),
    ),
    ...principleTexts.map(
      ({ key, text: { locale, status, title, short, long } }): Shown<"principle"> => ({
        ...english,
        kind: "principle",
        key,
        publishedAt: firstAt,
        locale,
        status,
        fields: { title, short, long },
      }),
    ),
    ...actionTexts.map(
      ({ action, text: { locale, status, title, summary, body, cta } }): Shown<"partner_action"> => ({
        kind: "partner_action",
        key: action.slug,
        partnerId: action.partnerId,
        sourceLocale: sourceOf(actionTexts, action.slug),
        publishedAt: action.publishedAt,
        locale,
        status,
        fields: { title, summary, body, cta },
      }),
    ),
    ...updateTexts.map(
      ({ update, text }): Shown<"update"> => ({
        ...english,
        kind: "update",
        key: update.slug,
        publishedAt: update.publishedAt,
        locale: text.locale,
        status: text.status,
        fields: revisionFields.update.parse(text),
      }),
    ),
    ...latestVersions(wordings).map(
      ({ purpose, locale, text }): Shown<"consent_wording"> => ({
        ...english,
        kind: "consent_wording",
        key: purpose,
        publishedAt: firstAt,
        locale,
        status: locale === "en" ? "source" : "machine_draft",
        fields: { text },
      }),
    ),
  ];
}

/** A partner's action has no language of its own: it is English where there is English. */
function sourceOf(texts: { action: { slug: string }; text: { locale: string } }[], slug: string): string {
  const locales = texts.filter(({ action }) => action.slug === slug).map(({ text }) => text.locale);
  return locales.includes("en") ? "en" : (locales.sort()[0] ?? "en");
}

function latestVersions<T extends { purpose: string; locale: string; version: number }>(wordings: T[]): T[] {
  const latest = new Map<string, T>();
  for (const wording of wordings) {
    const key = `${wording.purpose}:${wording.locale}`;
    const known = latest.get(key);
    if (known === undefined || known.version < wording.version) latest.set(key, wording);
  }
  return [...latest.values()];
}
