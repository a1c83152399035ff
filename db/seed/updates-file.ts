import { z } from "zod";
import {
  aiAssistance,
  type UpdateFacts,
  type UpdateWords,
  updateAuthors,
  updateCorrections,
  updateSources,
} from "../schema/content/update-content";
import { updateTypes } from "../schema/updates";
import { fileStatus, text } from "./file-parts";

const day = z.iso.date().transform((date) => new Date(`${date}T00:00:00Z`));

const author = z.object({ name: text, role: text, partner_slug: text.optional() }).transform((one) => ({
  name: one.name,
  role: one.role === "policy fellow" ? "fellow" : one.role,
  ...(one.partner_slug === undefined ? {} : { partnerSlug: one.partner_slug }),
}));

const review = z.object({
  product: text,
  vendor: text,
  category: text,
  reviewed_at: z.iso.date(),
  hours_spent: z.number().positive(),
  warning: z.boolean(),
  criteria: z.array(z.object({ id: text, label: text, result: z.enum(["pass", "fail", "unclear"]), note: text })),
  tips: z.array(text),
});

const research = z.object({
  methods: text,
  dataset_url: text.nullable(),
  license: text,
  peer_reviewed: z.boolean(),
  funding: text,
});

const item = z
  .object({
    slug: text,
    type: z.enum(updateTypes),
    sample: z.boolean(),
    title: text,
    dek: text,
    authors: z.array(author).pipe(updateAuthors),
    published_at: day,
    updated_at: day.nullable(),
    countries: z.array(text),
    regions: z.array(text),
    topics: z.array(text),
    principles: z.array(text),
    body_markdown: text,
    review: review.optional(),
    research: research.optional(),
    sources: updateSources,
    ai_assistance: aiAssistance,
    corrections: updateCorrections.default([]),
  })
  .transform((file) => ({ ...file, facts: factsOf(file), words: wordsOf(file) }));

/** `updates.<locale>.json`. */
export const updatesFile = z.object({ translation_status: fileStatus, items: z.array(item) });

interface Typed {
  review?: z.infer<typeof review> | undefined;
  research?: z.infer<typeof research> | undefined;
}

function factsOf({ review: guide, research: note }: Typed): UpdateFacts {
  return {
    ...(guide && {
      review: {
        product: guide.product,
        vendor: guide.vendor,
        reviewedAt: guide.reviewed_at,
        hoursSpent: guide.hours_spent,
        warning: guide.warning,
        results: Object.fromEntries(guide.criteria.map(({ id, result }) => [id, result])),
      },
    }),
    ...(note && { research: { datasetUrl: note.dataset_url, doi: null, peerReviewed: note.peer_reviewed } }),
  };
}

function wordsOf({ review: guide, research: note }: Typed): UpdateWords {
  return {
    ...(guide && {
      review: {
        category: guide.category,
        criteria: guide.criteria.map(({ id, label, note: remark }) => ({ id, label, note: remark })),
        tips: guide.tips,
      },
    }),
    ...(note && { research: { methods: note.methods, funding: note.funding } }),
  };
}
