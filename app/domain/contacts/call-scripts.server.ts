import { getMessageTemplates } from "../campaigns/get-message-templates.server";
import type { CallScriptTemplate } from "../campaigns/message-template-types";
import type { Context } from "../context";
import { type ScriptLanguage, scriptLanguages } from "../lawmakers/call-script";

interface ScriptInLanguage {
  language: ScriptLanguage;
  template: CallScriptTemplate;
  /** A machine drafted it, and nobody has reviewed it yet. */
  isDraft: boolean;
}

/** The call scripts of a campaign in each language that an office may be spoken to in; English first. */
export async function listCallScripts(ctx: Context, campaignId: string): Promise<ScriptInLanguage[]> {
  const found = await Promise.all(
    scriptLanguages.map(async (language) => {
      const { callScript } = await getMessageTemplates(ctx, campaignId, language);
      // Where it has none in this language it answers with another.
      if (callScript?.locale !== language) return null;
      const template = callScript.content;
      return { language, template, isDraft: template.status === "machine_draft" };
    }),
  );
  return found.filter((script) => script !== null);
}
