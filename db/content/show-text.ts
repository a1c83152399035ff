import { createHash } from "node:crypto";
import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../database";
import { campaigns, campaignTranslations, type translationStatuses } from "../schema/campaigns";
import { consentPurposes, consentWordings } from "../schema/consents";
import { revisionFields } from "../schema/content/revision-fields";
import type { contentItems } from "../schema/content-items";
import { partnerActions, partnerActionTranslations } from "../schema/partner-actions";
import { petitions, petitionTranslations } from "../schema/petitions";
import { principleTranslations } from "../schema/principles";
import { updateTranslations } from "../schema/updates";

type Item = Pick<typeof contentItems.$inferSelect, "hostId" | "kind" | "key">;

export interface ShownText {
  locale: string;
  status: (typeof translationStatuses)[number];
  isStale: boolean;
  /** Validated here by the schema of the kind. */
  fields: unknown;
}

/**
 * Lets readers see a text in one language, in place of the one they saw. A consent's wording is never edited: it
 * becomes a new version, unless the newest one says the same.
 */
export async function showText(db: Database, item: Item, text: ShownText, newId: () => string): Promise<void> {
  const { locale, status, isStale } = text;
  const marks = { status, isStale };
  switch (item.kind) {
    case "campaign": {
      const values = { content: revisionFields.campaign.parse(text.fields), ...marks };
      await db
        .insert(campaignTranslations)
        .values({ campaignId: await campaignIdOf(db, item.key), locale, ...values })
        .onConflictDoUpdate({ target: [campaignTranslations.campaignId, campaignTranslations.locale], set: values });
      return;
    }
    case "petition": {
      const values = { content: revisionFields.petition.parse(text.fields), ...marks };
      const campaignId = await campaignIdOf(db, item.key);
      const [petition] = await db
        .select({ id: petitions.id })
        .from(petitions)
        .where(eq(petitions.campaignId, campaignId));
      await db
        .insert(petitionTranslations)
        .values({ petitionId: there(petition, item).id, locale, ...values })
        .onConflictDoUpdate({ target: [petitionTranslations.petitionId, petitionTranslations.locale], set: values });
      return;
    }
    case "principle": {
      const values = { ...revisionFields.principle.parse(text.fields), ...marks };
      await db
        .insert(principleTranslations)
        .values({ slug: item.key, locale, ...values })
        .onConflictDoUpdate({ target: [principleTranslations.slug, principleTranslations.locale], set: values });
      return;
    }
    case "partner_action": {
      const values = { ...revisionFields.partner_action.parse(text.fields), ...marks };
      const [action] = await db
        .select({ id: partnerActions.id })
        .from(partnerActions)
        .where(eq(partnerActions.slug, item.key));
      await db
        .insert(partnerActionTranslations)
        .values({ actionId: there(action, item).id, locale, ...values })
        .onConflictDoUpdate({
          target: [partnerActionTranslations.actionId, partnerActionTranslations.locale],
          set: values,
        });
      return;
    }
    case "update": {
      const values = { ...revisionFields.update.parse(text.fields), ...marks };
      await db
        .insert(updateTranslations)
        .values({ slug: item.key, locale, ...values })
        .onConflictDoUpdate({ target: [updateTranslations.slug, updateTranslations.locale], set: values });
      return;
    }
    case "consent_wording":
      return addWording(db, item, locale, revisionFields.consent_wording.parse(text.fields).text, newId);
  }
}

/** Takes a text away from readers. A consent's wording stays for ever: people agreed to it. */
export async function hideText(db: Database, item: Item, locale: string): Promise<void> {
  const shown = shownRows(item);
  if (shown === null) return;
  await db.execute(sql`delete from ${shown.table} where ${and(shown.isOfItem, eq(shown.locale, locale))}`);
}

/** Marks exactly these languages of an item as older than their source. */
export async function markStale(db: Database, item: Item, staleLocales: readonly string[]): Promise<void> {
  const shown = shownRows(item);
  if (shown === null) return;
  const isStale = staleLocales.length === 0 ? sql`false` : inArray(shown.locale, [...staleLocales]);
  await db.execute(sql`update ${shown.table} set is_stale = ${isStale} where ${shown.isOfItem}`);
}

/** Where an item's texts stand as readers see them; null for wordings, which carry no mark. */
function shownRows({ kind, key }: Item): { table: PgTable; locale: PgColumn; isOfItem: SQL } | null {
  const campaign = sql`(select ${campaigns.id} from ${campaigns} where ${campaigns.slug} = ${key})`;
  switch (kind) {
    case "campaign":
      return {
        table: campaignTranslations,
        locale: campaignTranslations.locale,
        isOfItem: sql`${campaignTranslations.campaignId} = ${campaign}`,
      };
    case "petition":
      return {
        table: petitionTranslations,
        locale: petitionTranslations.locale,
        isOfItem: sql`${petitionTranslations.petitionId} =
          (select ${petitions.id} from ${petitions} where ${petitions.campaignId} = ${campaign})`,
      };
    case "principle":
      return {
        table: principleTranslations,
        locale: principleTranslations.locale,
        isOfItem: sql`${principleTranslations.slug} = ${key}`,
      };
    case "partner_action":
      return {
        table: partnerActionTranslations,
        locale: partnerActionTranslations.locale,
        isOfItem: sql`${partnerActionTranslations.actionId} =
          (select ${partnerActions.id} from ${partnerActions} where ${partnerActions.slug} = ${key})`,
      };
    case "update":
      return {
        table: updateTranslations,
        locale: updateTranslations.locale,
        isOfItem: sql`${updateTranslations.slug} = ${key}`,
      };
    case "consent_wording":
      return null;
  }
}

async function addWording(db: Database, item: Item, locale: string, text: string, newId: () => string): Promise<void> {
  const purpose = there(
    consentPurposes.find((one) => one === item.key),
    item,
  );
  const sha256 = createHash("sha256").update(text).digest("hex");
  const { hostId } = item;
  const [newest] = await db
    .select({ version: consentWordings.version, sha256: consentWordings.sha256 })
    .from(consentWordings)
    .where(
      and(eq(consentWordings.hostId, hostId), eq(consentWordings.purpose, purpose), eq(consentWordings.locale, locale)),
    )
    .orderBy(desc(consentWordings.version))
    .limit(1);
  if (newest?.sha256 === sha256) return;
  const version = (newest?.version ?? 0) + 1;
  await db.insert(consentWordings).values({ id: newId(), hostId, purpose, version, locale, text, sha256 });
}

async function campaignIdOf(db: Database, slug: string): Promise<string> {
  const [campaign] = await db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.slug, slug));
  return there(campaign, { kind: "campaign", key: slug }).id;
}

function there<T>(row: T | undefined, { kind, key }: Pick<Item, "kind" | "key">): T {
  if (row === undefined) throw new Error(`The text of the ${kind} ${key} has nothing that it belongs to.`);
  return row;
}
