import { eq, or } from "drizzle-orm";
import type { Context } from "~/domain/context";
import type { LetterTexts } from "~/domain/lawmakers/compose/compose-letter";
import { type MessageLanguage, messageLanguages } from "~/domain/lawmakers/compose/message-language";
import { campaigns } from "~db/schema/campaigns";
import { letterLines } from "~db/schema/content/letter-lines";
import { letterTemplate } from "~db/schema/content/letter-template";
import { messageTemplates } from "~db/schema/message-templates";

/** The words for letters, in each language that there are words in. English is always among them. */
export type LetterTextsByLanguage = { en: LetterTexts } & Partial<Record<MessageLanguage, LetterTexts>>;

/**
 * The campaign's letter, or the flagship's where it has none of its own, and the sentences that letters take in. A
 * campaign's own letter is offered in the languages that it is written in. Null where there is no English letter.
 */
export async function getLetterTexts(ctx: Context, campaignId: string): Promise<LetterTextsByLanguage | null> {
  const rows = await ctx.db
    .select({
      campaignId: messageTemplates.campaignId,
      kind: messageTemplates.kind,
      locale: messageTemplates.locale,
      content: messageTemplates.content,
    })
    .from(messageTemplates)
    .innerJoin(campaigns, eq(campaigns.id, messageTemplates.campaignId))
    .where(or(eq(messageTemplates.campaignId, campaignId), eq(campaigns.isFlagship, true)));

  const ownOrFlagship = (kind: "letter" | "letter_lines") => {
    const ofKind = rows.filter((row) => row.kind === kind);
    const own = ofKind.filter((row) => row.campaignId === campaignId);
    return new Map((own.length > 0 ? own : ofKind).map(({ locale, content }) => [locale, content]));
  };
  const letters = ownOrFlagship("letter");
  const lines = ownOrFlagship("letter_lines");
  const found = new Map<MessageLanguage, LetterTexts>();
  for (const language of messageLanguages) {
    if (!letters.has(language) || !lines.has(language)) continue;
    found.set(language, {
      letter: letterTemplate.parse(letters.get(language)),
      lines: letterLines.parse(lines.get(language)),
    });
  }
  const english = found.get("en");
  return english === undefined ? null : { ...Object.fromEntries(found), en: english };
}
