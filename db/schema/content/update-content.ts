import { z } from "zod";

const text = z.string().trim().min(1);
const link = z.url({ protocol: /^https$/ });
/** YYYY, YYYY-MM or YYYY-MM-DD: as exactly as the source is dated. */
const datedAs = z
  .string()
  .refine(
    (date) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(date) && isDay(`${date}-01-01`.slice(0, 10)),
    "a day, a month or a year: 2026-11-23, 2026-11 or 2026",
  );
/** A name that the time zone database has: `Africa/Nairobi`. */
const timeZone = z.string().refine(isTimeZone, "an IANA time zone such as Africa/Nairobi");

/** From the one who never heard of the matter to the one who works on it. */
const readingLevels = ["everyone", "informed", "specialist"] as const;

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
  /** event */
  timeZone: timeZone.optional(),
  /** news: from when on it is no news any more. */
  expiresAt: z.iso.datetime().optional(),
  /** explainer: who can follow it. */
  readingLevel: z.enum(readingLevels).optional(),
  /** partner_story: the partner whose story it is. */
  partnerSlug: text.optional(),
  /** partner_story: whether people can be recognized in it, who said yes to that. */
  peopleShown: z.enum(["none", "consented"]).optional(),
  /** policy_brief: countries by ISO 3166-1 alpha-2, and EU. */
  jurisdictions: z.array(text).optional(),
  /** policy_brief: the same as a file to print. */
  pdfUrl: link.optional(),
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
      /** The key of the guide that an earlier check of the product is. */
      previousReview: text.optional(),
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

function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}

function isTimeZone(name: string): boolean {
  // An offset such as +03:00 is understood as well, and is wrong for half of the year in many places.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export type UpdateAuthor = z.infer<typeof updateAuthors>[number];
export type UpdateSource = z.infer<typeof updateSources>[number];
export type UpdateFacts = z.infer<typeof updateFacts>;
export type UpdateWords = z.infer<typeof updateWords>;
export type UpdateContent = z.infer<typeof updateContent>;
