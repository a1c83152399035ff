import { z } from "zod";

const text = z.string().trim().min(1);
const link = z.url({ protocol: /^https$/ });
/** YYYY, YYYY-MM or YYYY-MM-DD: as exactly as the source is dated. */
const datedAs = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

export const updateAuthors = z.array(
  z.object({
    name: text,
    role: z.enum(["campaigner", "fellow", "researcher", "product reviewer", "partner", "legal reviewer"]),
    /** The partner they write for. */
    partnerSlug: text.optional(),
  }),
);

export const updateSources = z.array(
  z.object({ title: text, publisher: text, date: datedAs.optional(), url: link.optional() }),
);

/** What a machine helped with, in the words of the article's source language. */
export const aiAssistance = z.object({ used: z.boolean(), note: text.optional() });

export const updateCorrections = z.array(z.object({ date: z.iso.date(), text }));

/** `updates.facts`: what an article of its type states without words. */
export const updateFacts = z.object({
  /** news, event: when it happened or begins. */
  eventAt: z.iso.datetime().optional(),
  /** event: an IANA time zone. */
  timeZone: text.optional(),
  /** news, policy_brief */
  bills: z
    .array(z.object({ jurisdiction: text, number: text, stage: text, stageDate: datedAs, url: link.optional() }))
    .optional(),
  /** research */
  research: z
    .object({
      datasetUrl: link.nullable(),
      doi: text.nullable(),
      peerReviewed: z.boolean(),
    })
    .optional(),
  /** guide */
  review: z
    .object({
      product: text,
      vendor: text,
      reviewedAt: z.iso.date(),
      hoursSpent: z.number().positive(),
      /** Whether we advise against it. */
      warning: z.boolean(),
      results: z.record(text, z.enum(["pass", "fail", "unclear"])),
    })
    .optional(),
  /** explainer, research, guide: when it should be looked at again. */
  reviewDue: z.iso.date().optional(),
});

/** `update_translations.words`: what an article of its type says beside its body. */
export const updateWords = z.object({
  /** explainer */
  questions: z.array(z.object({ question: text, answer: text })).optional(),
  /** research */
  research: z
    .object({
      abstract: text.optional(),
      methods: text.optional(),
      funding: text.optional(),
      conflicts: text.optional(),
      ethics: text.optional(),
    })
    .optional(),
  /** guide: `criteria` in their order, each with its result in `facts.review.results`. */
  review: z
    .object({
      category: text,
      criteria: z.array(z.object({ id: text, label: text, note: text })).min(1),
      verdict: text.optional(),
      tips: z.array(text),
      vendorReply: text.optional(),
    })
    .optional(),
  /** policy_brief */
  recommendations: z.array(text).optional(),
  /** event, partner_story: a place, never more exact than it must be. */
  place: text.optional(),
});

/** The fields of an update's revision: what a translator writes. */
export const updateContent = z.object({
  title: text,
  dek: text,
  body: text,
  imageAlt: text.nullable(),
  corrections: updateCorrections,
  words: updateWords,
});

export type UpdateAuthor = z.infer<typeof updateAuthors>[number];
export type UpdateSource = z.infer<typeof updateSources>[number];
export type UpdateFacts = z.infer<typeof updateFacts>;
export type UpdateWords = z.infer<typeof updateWords>;
export type UpdateContent = z.infer<typeof updateContent>;
