import { z } from "zod";

const text = z.string().trim().min(1);

/** `petition_translations.content`: plain text throughout. */
export const petitionContent = z.object({
  title: text,
  addressedTo: text,
  summary: text,
  /** Paragraphs. */
  statement: z.array(text).min(1),
  demands: z.array(text),
  /** `message` and `emailBody` hold the placeholder {{url}}. */
  share: z.object({ message: text, emailSubject: text, emailBody: text }),
});

export type PetitionContent = z.infer<typeof petitionContent>;
