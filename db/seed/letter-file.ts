import { z } from "zod";
import type { LetterTemplate } from "../schema/content/letter-template";
import { fileStatus, list, text } from "./file-parts";

/** `letter.<locale>.json`. */
export const letterFile = z
  .object({
    translation_status: fileStatus,
    limits: z.object({
      subject_max: z.int().positive(),
      body_max: z.int().positive(),
      personal_story_max: z.int().positive(),
    }),
    subjects: list,
    salutation: text,
    body: z.array(
      z.object({ id: text, text, optional: z.boolean().default(false), prompt: text.nullable().default(null) }),
    ),
    signature: text,
    state_law_lines: z.object({ with_law: text, without_law: text }),
    chamber_variants: z.object({ senate: z.object({ extra: text }), house: z.object({ extra: text }) }),
  })
  .transform(
    (file): Omit<LetterTemplate, "statesWithLaw" | "statesWithLawAsOf"> => ({
      status: file.translation_status,
      subjects: file.subjects,
      salutation: file.salutation,
      body: file.body,
      signature: file.signature,
      stateLawLines: { withLaw: file.state_law_lines.with_law, withoutLaw: file.state_law_lines.without_law },
      chamberLines: { senate: file.chamber_variants.senate.extra, house: file.chamber_variants.house.extra },
      limits: {
        subject: file.limits.subject_max,
        body: file.limits.body_max,
        personalStory: file.limits.personal_story_max,
      },
    }),
  );
