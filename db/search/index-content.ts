import { and, eq } from "drizzle-orm";
import type { Database } from "../database";
import { campaigns, campaignTranslations } from "../schema/campaigns";
import { campaignContent } from "../schema/content/campaign-content";
import { petitionContent } from "../schema/content/petition-content";
import { updateWords } from "../schema/content/update-content";
import { petitions, petitionTranslations } from "../schema/petitions";
import { principleTranslations } from "../schema/principles";
import { searchDocuments } from "../schema/search";
import { updates, updateTranslations } from "../schema/updates";
import { indexDocument, type SearchDocument } from "./index-document";
import { plainText } from "./plain-text";

type Found = Pick<SearchDocument, "title" | "text" | "publishedAt"> | null;

/** Lets the search find what readers see of an item in one language, or forget what they no longer see. */
export async function indexContent(
  db: Database,
  { kind, key, locale }: Pick<SearchDocument, "kind" | "key" | "locale">,
): Promise<void> {
  const found = await read[kind](db, key, locale);
  if (found !== null) return indexDocument(db, { kind, key, locale, ...found });
  await db
    .delete(searchDocuments)
    .where(and(eq(searchDocuments.kind, kind), eq(searchDocuments.key, key), eq(searchDocuments.locale, locale)));
}

/** Texts that came with the product have been there from the beginning. */
const ALWAYS = new Date("2026-01-01T00:00:00Z");

const read = { campaign: readCampaign, principle: readPrinciple, update: readUpdate };

async function readCampaign(db: Database, slug: string, locale: string): Promise<Found> {
  const [row] = await db
    .select({
      content: campaignTranslations.content,
      petition: petitionTranslations.content,
      publishedAt: campaigns.publishedAt,
    })
    .from(campaigns)
    .innerJoin(campaignTranslations, eq(campaignTranslations.campaignId, campaigns.id))
    .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
    .innerJoin(
      petitionTranslations,
      and(
        eq(petitionTranslations.petitionId, petitions.id),
        eq(petitionTranslations.locale, campaignTranslations.locale),
      ),
    )
    .where(and(eq(campaigns.slug, slug), eq(campaigns.status, "published"), eq(campaignTranslations.locale, locale)));
  if (row === undefined) return null;
  const { name, seo, landing } = campaignContent.parse(row.content);
  const { title, summary, statement, demands } = petitionContent.parse(row.petition);
  const questions = (landing?.faq ?? []).flatMap(({ question, answer }) => [question, answer]);
  return {
    title,
    text: [name, seo.description, summary, ...statement, ...demands, ...(landing?.intro ?? []), ...questions].join(
      "\n",
    ),
    publishedAt: row.publishedAt,
  };
}

async function readPrinciple(db: Database, slug: string, locale: string): Promise<Found> {
  const [row] = await db
    .select()
    .from(principleTranslations)
    .where(and(eq(principleTranslations.slug, slug), eq(principleTranslations.locale, locale)));
  return row ? { title: row.title, text: `${row.short}\n${row.long}`, publishedAt: ALWAYS } : null;
}

async function readUpdate(db: Database, slug: string, locale: string): Promise<Found> {
  const [row] = await db
    .select({ text: updateTranslations, publishedAt: updates.publishedAt })
    .from(updateTranslations)
    .innerJoin(updates, eq(updates.slug, updateTranslations.slug))
    .where(and(eq(updateTranslations.slug, slug), eq(updateTranslations.locale, locale)));
  if (row === undefined) return null;
  const { title, dek, body } = row.text;
  const words = updateWords.parse(row.text.words);
  const questions = (words.questions ?? []).flatMap(({ question, answer }) => [question, answer]);
  const { review, recommendations = [], place } = words;
  const criteria = (review?.criteria ?? []).flatMap(({ label, note }) => [label, note]);
  const check = [...(review?.verdict ? [review.verdict] : []), ...criteria, ...(review?.tips ?? [])];
  return {
    title: title.replace(/^\[Sample\]\s*/, ""),
    text: [dek, plainText(body), ...questions, ...check, ...recommendations, ...(place ? [place] : [])].join("\n"),
    publishedAt: row.publishedAt,
  };
}
