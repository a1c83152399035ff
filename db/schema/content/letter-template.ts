import { z } from "zod";
import { translationStatuses } from "../campaigns";

const text = z.string().trim().min(1);

/**
 * `message_templates.content` of a letter. Texts hold placeholders: {{sender_name}}, {{city}}, {{state_name}},
 * {{zip}}, {{lawmaker_title}}, {{lawmaker_name}}, {{lawmaker_full_name}}, {{chamber_name}}, {{personal_story}}, {{state_law_line}}.
 */
export const letterTemplate = z.object({
  status: z.enum(translationStatuses).default("source"),
  subjects: z.array(text).min(1),
  salutation: text,
  /** An optional paragraph is left out while its placeholder is empty; its prompt invites to fill it. */
  body: z.array(z.object({ id: text, text, optional: z.boolean(), prompt: text.nullable() })).min(1),
  signature: text,
  /** What {{state_law_line}} becomes, by whether the state is in `statesWithLaw`. */
  stateLawLines: z.object({ withLaw: text, withoutLaw: text }),
  /** U.S. states with a comprehensive privacy law, two letters each. */
  statesWithLaw: z.array(z.string().length(2)),
  /** The month in which `statesWithLaw` was last true, as YYYY-MM. */
  statesWithLawAsOf: z.string().regex(/^\d{4}-\d{2}$/),
  /** One more sentence for the chamber. */
  chamberLines: z.object({ senate: text, house: text }),
  /** In characters. */
  limits: z.object({
    subject: z.int().positive(),
    body: z.int().positive(),
    personalStory: z.int().positive(),
  }),
});

export type LetterTemplate = z.infer<typeof letterTemplate>;
