import type { LetterLines, LetterTemplate } from "../../campaigns/message-template-types";
import { type Choices, MAX_PRINCIPLES } from "./choices";
import { fillTemplate } from "./fill-template";
import { valuesFor } from "./letter-values";
import type { Recipient } from "./recipient";
import { pickBy } from "./variation";

/** The campaign's words for a letter in one language. */
export interface LetterTexts {
  letter: LetterTemplate;
  lines: LetterLines;
}

export interface Message {
  subject: string;
  text: string;
}

interface Paragraph {
  id: string;
  text: string;
}

/**
 * The letter of one person to one office: the campaign's text with their own words in it, what matters most to them
 * first, and in an order that differs with their choices. The same choices always give the same letter. Where the
 * office's form is known to take less text, the letter leaves out what it can do without.
 */
export function composeLetter({ letter, lines }: LetterTexts, recipient: Recipient, choices: Choices): Message {
  const values = valuesFor({ letter, lines }, recipient, choices);
  const fill = (template: string) => fillTemplate(choices.city === "" ? withoutCity(template) : template, values);
  const seed = [...choices.principles, choices.closing, choices.city, choices.zip, recipient.office].join("|");

  let paragraphs = inOrder(
    letter.body.flatMap(({ id, text, optional }) => {
      if (id === "ask-list" && choices.principles.length > 0) return asksOf(lines, choices);
      if (id === "close") return [{ id, text: closeOf({ letter, lines }, recipient, choices, text) }];
      return optional && choices.story.trim() === "" ? [] : [{ id, text }];
    }),
    pickBy(lines.orders, seed) ?? [],
  );
  if (recipient.member === null) {
    paragraphs.splice(1, 0, { id: "vacant", text: lines.vacant.note });
  }

  const salutation = (recipient.member === null ? lines.vacant.salutation : letter.salutation).replace(/,$/, ":");
  const write = () =>
    [fill(salutation), ...paragraphs.map(({ text }) => fill(text)), signatureOf(fill(letter.signature))].join("\n\n");
  const room = recipient.formLimit.body ?? letter.limits.body;
  for (const spare of lines.spare) {
    if (write().length <= room) break;
    paragraphs = paragraphs.filter(({ id }) => id !== spare);
  }
  return { subject: fill(pickBy(letter.subjects, `${seed}|subject`) ?? ""), text: write() };
}

/** What was chosen first, and then the rest. */
function asksOf(lines: LetterLines, { principles, language }: Choices): Paragraph[] {
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  const chosen = principles.slice(0, MAX_PRINCIPLES);
  const paragraph = (id: string, template: string, slugs: readonly string[]) => {
    const asks = slugs.flatMap((slug) => lines.asks[slug] ?? []);
    return asks.length === 0 ? [] : [{ id, text: fillTemplate(template, new Map([["asks", list.format(asks)]])) }];
  };
  const others = Object.keys(lines.asks).filter((slug) => !chosen.includes(slug));
  return [...paragraph("ask-list", lines.chosenAsks, chosen), ...paragraph("other-asks", lines.otherAsks, others)];
}

/** The last paragraph: what this office can do, and the question to it. */
function closeOf({ letter, lines }: LetterTexts, recipient: Recipient, choices: Choices, own: string): string {
  const { member, committees, chamber } = recipient;
  if (member === null) return lines.vacant.close;
  const closing = lines.closings.find(({ id }) => id === choices.closing)?.text ?? own;
  const power =
    committees.length === 0
      ? letter.chamberLines[chamber]
      : committees.length === 1
        ? lines.committee.one
        : lines.committee.several;
  const { delegate, residentCommissioner } = lines.nonVoting;
  const voteless = { delegate: [delegate], resident_commissioner: [residentCommissioner] };
  const extra = member.title === "delegate" || member.title === "resident_commissioner" ? voteless[member.title] : [];
  return [power, ...extra, closing].join(" ");
}

/** Puts paragraphs into the order of their ids; those that the order does not know keep their place before the last. */
function inOrder(paragraphs: Paragraph[], order: readonly string[]): Paragraph[] {
  const place = ({ id }: Paragraph) => {
    const found = order.indexOf(id === "other-asks" ? "ask-list" : id);
    return found === -1 ? order.length - 1.5 : found;
  };
  return order.length === 0 ? paragraphs : [...paragraphs].sort((a, b) => place(a) - place(b));
}

const withoutCity = (template: string) => template.replaceAll("{{city}}, ", "");

/** Without the space that a missing ZIP code leaves. */
const signatureOf = (text: string) => text.replace(/[ \t]+$/gm, "");
