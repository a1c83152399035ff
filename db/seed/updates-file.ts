import { z } from "zod";
import {
  aiAssistance,
  type UpdateContent,
  type UpdateFacts,
  updateAuthors,
  updateCorrections,
  updateFacts,
  updateSources,
} from "../schema/content/update-content";
import { updateTypes } from "../schema/updates";
import { fileStatus, list, text } from "./file-parts";
import { readContent, readContentByLocale } from "./read-content";

const SOURCE_LOCALE = "en";

const day = z.iso.date().transform((date) => new Date(`${date}T00:00:00Z`));

const author = z.object({ name: text, role: text, partner_slug: text.optional() }).transform((one) => ({
  name: one.name,
  role: one.role === "policy fellow" ? "fellow" : one.role,
  ...(one.partner_slug === undefined ? {} : { partnerSlug: one.partner_slug }),
}));

const factsFile = z.object({
  items: z.array(
    z
      .object({
        slug: text,
        type: z.enum(updateTypes),
        sample: z.boolean(),
        authors: z.array(author).pipe(updateAuthors),
        published_at: day,
        updated_at: day.nullable(),
        facts_as_of: z.iso.date(),
        countries: z.array(text),
        regions: z.array(text),
        topics: z.array(text),
        principles: z.array(text),
        license: text.optional(),
        image: z.object({ picture: text, width: z.int().positive(), height: z.int().positive() }).optional(),
        event: z.object({ at: z.iso.datetime(), time_zone: text }).optional(),
        bills: z.array(z.object({ jurisdiction: text, number: text, stage: text, stage_date: text })).optional(),
        review: z
          .object({
            product: text,
            vendor: text,
            reviewed_at: z.iso.date(),
            hours_spent: z.number().positive(),
            warning: z.boolean(),
            criteria: z.array(z.object({ id: text, result: z.enum(["pass", "fail", "unclear"]) })),
          })
          .optional(),
        research: z
          .object({ dataset_url: text.nullable(), doi: text.nullable(), peer_reviewed: z.boolean() })
          .optional(),
        sources: updateSources,
        ai_assistance: aiAssistance,
      })
      .transform(({ event, bills, review, research, ...file }) => ({
        ...file,
        facts: updateFacts.parse({
          eventAt: event?.at,
          timeZone: event?.time_zone,
          bills: bills?.map(({ stage_date, ...bill }) => ({ ...bill, stageDate: stage_date })),
          research: research && {
            datasetUrl: research.dataset_url,
            doi: research.doi,
            peerReviewed: research.peer_reviewed,
          },
          review: review && {
            product: review.product,
            vendor: review.vendor,
            reviewedAt: review.reviewed_at,
            hoursSpent: review.hours_spent,
            warning: review.warning,
            results: Object.fromEntries(review.criteria.map(({ id, result }) => [id, result])),
          },
        } satisfies UpdateFacts),
      })),
  ),
});

const wordsFile = z.object({
  translation_status: fileStatus,
  items: z.array(
    z
      .object({
        slug: text,
        title: text,
        dek: text,
        body_markdown: text,
        image_alt: text.nullable().default(null),
        corrections: updateCorrections.default([]),
        questions: z.array(z.object({ question: text, answer: text })).optional(),
        recommendations: list.optional(),
        place: text.optional(),
        review: z
          .object({
            category: text,
            criteria: z.array(z.object({ id: text, label: text, note: text })),
            verdict: text.optional(),
            tips: list,
            vendor_reply: text.optional(),
          })
          .transform(({ vendor_reply, ...review }) => ({ ...review, vendorReply: vendor_reply }))
          .optional(),
        research: z
          .object({
            abstract: text.optional(),
            methods: text,
            funding: text,
            conflicts: text.optional(),
            ethics: text.optional(),
          })
          .optional(),
      })
      .transform(({ slug, title, dek, body_markdown, image_alt, corrections, ...words }) => ({
        slug,
        fields: { title, dek, body: body_markdown, imageAlt: image_alt, corrections, words } satisfies UpdateContent,
      })),
  ),
});

/** What is the same in every language of the articles that come with the product: `updates.en.json`. */
export function readArticles() {
  return readContent(`updates.${SOURCE_LOCALE}.json`, factsFile).items;
}

export type ShippedArticle = ReturnType<typeof readArticles>[number];

/** What they say in each language there is: `updates.<locale>.json`. */
export function readArticleTexts() {
  return readContentByLocale("updates", wordsFile).flatMap(({ locale, content: { translation_status, items } }) =>
    items.map((item) => ({ ...item, locale, status: translation_status })),
  );
}
