import { callScriptTemplate } from "../schema/content/call-script-template";
import { letterTemplate } from "../schema/content/letter-template";
import { messageTemplates } from "../schema/message-templates";
import { callScriptFile } from "./call-script-file";
import { letterFile } from "./letter-file";
import { readContentByLocale } from "./read-content";
import { readRegionsFile } from "./regions-file";
import type { SeedScope } from "./seed-scope";

/** The letter and the call script to lawmakers' offices. */
export async function seedMessageTemplates({ db }: SeedScope, campaignId: string): Promise<void> {
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
  await db.insert(messageTemplates).values([...letters, ...scripts]);
}
