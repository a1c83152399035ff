import { and, eq, inArray, or } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { type TextDirection, textDirection } from "~/i18n/text-direction";
import { campaigns } from "~db/schema/campaigns";
import { type CallScriptTemplate, callScriptTemplate } from "~db/schema/content/call-script-template";
import { messageTemplates } from "~db/schema/message-templates";
import { pickTranslation, wantedLocales } from "./pick-translation";

interface InLanguage<T> {
  locale: string;
  dir: TextDirection;
  content: T;
}

export interface MessageTemplates {
  callScript: InLanguage<CallScriptTemplate> | null;
}

/**
 * The call script to a lawmaker's office. A campaign without its own uses the flagship's, because
 * its signers in the United States are led to the same offices. Null where there is neither.
 */
export async function getMessageTemplates(ctx: Context, campaignId: string, locale: string): Promise<MessageTemplates> {
  const rows = await ctx.db
    .select({
      campaignId: messageTemplates.campaignId,
      kind: messageTemplates.kind,
      locale: messageTemplates.locale,
      content: messageTemplates.content,
    })
    .from(messageTemplates)
    .innerJoin(campaigns, eq(campaigns.id, messageTemplates.campaignId))
    .where(
      and(
        or(eq(messageTemplates.campaignId, campaignId), eq(campaigns.isFlagship, true)),
        inArray(messageTemplates.locale, wantedLocales(locale)),
      ),
    );
  const pick = (kind: "call_script") => {
    const ofKind = rows.filter((row) => row.kind === kind);
    const own = ofKind.filter((row) => row.campaignId === campaignId);
    return pickTranslation(own.length > 0 ? own : ofKind, locale);
  };
  const callScript = pick("call_script");
  return {
    callScript: callScript && { ...languageOf(callScript), content: callScriptTemplate.parse(callScript.content) },
  };
}

function languageOf({ locale }: { locale: string }) {
  return { locale, dir: textDirection(locale) };
}
