import { and, desc, eq, inArray } from "drizzle-orm";
import { contentItems, contentRevisions } from "~db/schema/content-items";
import type { ContentItem, Revision } from "../content/find-item.server";
import type { Context } from "../context";
import { type TextKind, textKinds } from "./text-shape";

/** A campaign's text with all its versions in all languages, newest first. */
export interface CampaignText {
  item: ContentItem;
  revisions: Revision[];
}

/** The two texts of a campaign. */
export type CampaignTexts = Record<TextKind, CampaignText>;

/** @throws {Error} where a text has no item, which the seed or the making of the campaign gave it */
export async function getCampaignTexts({ db }: Pick<Context, "db">, slug: string): Promise<CampaignTexts> {
  const items = await db
    .select()
    .from(contentItems)
    .where(and(inArray(contentItems.kind, [...textKinds]), eq(contentItems.key, slug)));
  const revisions =
    items.length === 0
      ? []
      : await db
          .select()
          .from(contentRevisions)
          .where(
            inArray(
              contentRevisions.itemId,
              items.map(({ id }) => id),
            ),
          )
          .orderBy(desc(contentRevisions.number));
  const textOf = (kind: TextKind): CampaignText => {
    const item = items.find((one) => one.kind === kind);
    if (item === undefined) throw new Error(`The campaign ${slug} has no text ${kind}.`);
    return { item, revisions: revisions.filter(({ itemId }) => itemId === item.id) };
  };
  return { petition: textOf("petition"), campaign: textOf("campaign") };
}

export function newestIn({ revisions }: CampaignText, locale: string): Revision | null {
  return revisions.find((one) => one.locale === locale && one.state !== "archived") ?? null;
}

export function publishedIn({ revisions }: CampaignText, locale: string): Revision | null {
  return revisions.find((one) => one.locale === locale && one.state === "published") ?? null;
}

/**
 * What a translation is made from: the newest version in the source's language that stands still. A draft does not: its
 * writer changes it under the same number.
 */
export function sourceToTranslate(text: CampaignText): Revision | null {
  const { sourceLocale } = text.item;
  const standsStill = ({ state }: Revision) => state === "in_review" || state === "approved" || state === "published";
  return text.revisions.find((one) => one.locale === sourceLocale && standsStill(one)) ?? null;
}

/** Every language in which something is written, the source's first. */
export function localesOf(texts: CampaignTexts): string[] {
  const all = textKinds.flatMap((kind) => texts[kind].revisions.map(({ locale }) => locale)).sort();
  return [...new Set([texts.petition.item.sourceLocale, ...all])];
}
