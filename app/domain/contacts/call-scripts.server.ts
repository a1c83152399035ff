import { getMessageTemplates } from "../campaigns/get-message-templates.server";
import type { CallScriptTemplate } from "../campaigns/message-template-types";
import type { Context } from "../context";
import { type ScriptLanguage, scriptLanguages } from "../lawmakers/call-script";

interface ScriptInLanguage {
  language: ScriptLanguage;
  template: CallScriptTemplate;
}

/** The call scripts of a campaign in each language that an office may be spoken to in; English first. */
export async function listCallScripts(ctx: Context, campaignId: string): Promise<ScriptInLanguage[]> {
  const found = await Promise.all(
    scriptLanguages.map(async (language) => {
      const { callScript } = await getMessageTemplates(ctx, campaignId, language);
      // Where it has none in this language it answers with another.
      return callScript?.locale === language ? { language, template: callScript.content } : null;
    }),
  );
  return found.filter((script) => script !== null);
}
