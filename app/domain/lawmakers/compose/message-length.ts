import type { LetterTexts, Message } from "./compose-letter";
import type { Recipient } from "./recipient";

/** How long a message may be, in characters as a web form counts them (UTF-16 units, a new line as one). */
export interface Room {
  subject: number;
  body: number;
  /** Whether the limit of the body is that of the office's own form. */
  isOfForm: boolean;
}

export function roomFor({ letter }: Pick<LetterTexts, "letter">, { formLimit }: Pick<Recipient, "formLimit">): Room {
  return {
    subject: formLimit.subject ?? letter.limits.subject,
    body: formLimit.body ?? letter.limits.body,
    isOfForm: formLimit.body !== null,
  };
}

export interface Fit {
  length: number;
  limit: number;
  /** Characters too many; 0 where it fits. */
  over: number;
  subjectOver: number;
  /** How the paragraphs begin that make it fit when they are cut; empty where it fits, or where none would do. */
  cuts: string[];
  /** The person's own words alone do not fit. */
  isStoryTooLong: boolean;
}

/** Whether a message has room, and if not, what to cut. `story` is what must not be cut unasked. */
export function fitOf({ subject, text }: Message, room: Room, story: string): Fit {
  const over = Math.max(0, text.length - room.body);
  return {
    length: text.length,
    limit: room.body,
    over,
    subjectOver: Math.max(0, subject.length - room.subject),
    cuts: over === 0 ? [] : cutsFor(text, over, story),
    isStoryTooLong: story.length > room.body / 2,
  };
}

const BEGINNING = 40;

/** The fewest paragraphs between the first and the last whose cutting is enough: one if it can be, the shortest such. */
function cutsFor(text: string, over: number, story: string): string[] {
  const blocks = text.split(/\n{2,}/);
  // The salutation and the first sentence say who asks for what; the question and the name stand at the end.
  const cuttable = blocks.slice(2, -2).filter((block) => story.trim() === "" || !story.includes(block));
  const shortestFirst = [...cuttable].sort((a, b) => a.length - b.length);
  const enough = shortestFirst.find((block) => block.length + 2 >= over);
  if (enough !== undefined) return [beginningOf(enough)];
  const cuts: string[] = [];
  let left = over;
  for (const block of shortestFirst.reverse()) {
    if (left <= 0) break;
    cuts.push(beginningOf(block));
    left -= block.length + 2;
  }
  return cuts;
}

function beginningOf(block: string): string {
  const line = block.replace(/\s+/g, " ");
  if (line.length <= BEGINNING) return line;
  return `${line.slice(0, BEGINNING).replace(/\s\S*$/, "")}…`;
}
