import { z } from "zod";
import { translationStatuses } from "../campaigns";

const text = z.string().trim().min(1);

/**
 * `message_templates.content` of the sentences that a letter takes in, by what somebody chose and by the office. Texts
 * hold the placeholders of a letter, and {{asks}}, {{committees}}, {{place_name}}, {{place_inside}}, {{seat_name}}.
 */
export const letterLines = z.object({
  status: z.enum(translationStatuses),
  /** What a law would do for each principle, by its slug: the rest of a sentence about such a law. */
  asks: z.record(text, text),
  /** What was chosen, as {{asks}}, and then what was not: both stand in place of the letter's paragraph `ask-list`. */
  chosenAsks: text,
  otherAsks: text,
  /** Ways to end, to choose from. The letter's own is used where none is chosen. */
  closings: z.array(z.object({ id: text, label: text, text })).min(1),
  committee: z.object({ one: text, several: text }),
  /** In place of the letter's own for the District of Columbia and the territories, which are no states. */
  placeLawLines: z.object({ withLaw: text, withoutLaw: text }),
  nonVoting: z.object({ delegate: text, residentCommissioner: text }),
  /** A seat that nobody holds. `note` follows the first paragraph, `close` stands in place of the last. */
  vacant: z.object({ salutation: text, note: text, close: text }),
  /** Stands where the name is still missing. */
  openName: text,
  /** Before the subject on paper. */
  subjectLabel: text,
  /** Orders in which the letter's paragraphs can stand, by their ids. */
  orders: z.array(z.array(text)).min(1),
  /** Paragraphs that can be left out where an office's form takes less text; the first to go stands first. */
  spare: z.array(text),
});

export type LetterLines = z.infer<typeof letterLines>;
