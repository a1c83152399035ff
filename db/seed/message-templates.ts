import { eq } from "drizzle-orm";
import { campaigns } from "../schema/campaigns";
import { callScriptTemplate } from "../schema/content/call-script-template";
import { letterTemplate } from "../schema/content/letter-template";
import { messageTemplates } from "../schema/message-templates";
import { callScriptFile } from "./call-script-file";
import { FLAGSHIP_SLUG } from "./flagship";
import { letterFile } from "./letter-file";
import { letterLinesFile } from "./letter-lines-file";
import { readContentByLocale } from "./read-content";
import { readRegionsFile } from "./regions-file";
import type { SeedScope } from "./seed-scope";
import { stableId } from "./stable-id";

/** Gives the flagship those templates that were added after the database was first filled. Those it has stay as they are. */
export async function seedMissingTemplates({ db }: Pick<SeedScope, "db">): Promise<void> {
  const flagship = stableId("campaign", FLAGSHIP_SLUG);
  const found = await db.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.id, flagship));
  if (found.length > 0) await seedMessageTemplates({ db }, flagship);
}

/** What to say to lawmakers' offices: the letter, its sentences and the call script, in each language there is. */
export async function seedMessageTemplates({ db }: Pick<SeedScope, "db">, campaignId: string): Promise<void> {
  const { as_of, codes } = readRegionsFile().us_states_with_comprehensive_privacy_law;
  const states = { statesWithLaw: codes.map((code) => code.slice(3)), statesWithLawAsOf: as_of };

  const letters = readContentByLocale("letter", letterFile).map(({ locale, content }) => ({
    campaignId,
    kind: "letter" as const,
    locale,
    content: letterTemplate.parse({ ...content, ...states }),
  }));
  const scripts = readContentByLocale("call-script", callScriptFile).map(({ locale, content }) => ({
    campaignId,
    kind: "call_script" as const,
    locale,
    content: callScriptTemplate.parse(content),
  }));
  const lines = readContentByLocale("letter-lines", letterLinesFile).map(({ locale, content }) => ({
    campaignId,
    kind: "letter_lines" as const,
    locale,
    content,
  }));
  await db
    .insert(messageTemplates)
    .values([...letters, ...lines, ...scripts])
    .onConflictDoNothing();
}
