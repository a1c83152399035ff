import { englishTemplates } from "./english";
import { spanishTemplates } from "./spanish";
import type { Template, TemplateKey } from "./template";

/** Confirmed signatures to hope for at first. */
const goals: Record<TemplateKey, number> = { lawmakers: 5_000, company: 1_000, accessDay: 500 };

/** The first draft of a campaign, in its language where we have it in that, and otherwise in English. */
export function pickTemplate(key: TemplateKey, locale: string): Template {
  const texts = locale === "es" ? spanishTemplates : englishTemplates;
  return { goal: goals[key], text: texts[key] };
}
