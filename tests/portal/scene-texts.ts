import { and, eq } from "drizzle-orm";
import type { PortalActor } from "~/domain/access/portal-actor";
import type { Context } from "~/domain/context";
import { getDeskText } from "~/domain/translations/desk/desk-text.server";
import { type ItemName, itemParam } from "~/domain/translations/desk/item-name";
import { keepDeskText } from "~/domain/translations/desk/keep-desk-text.server";
import { takeDeskStep } from "~/domain/translations/desk/take-desk-step.server";
import { createCampaign } from "~/domain/workshop/create-campaign.server";
import { keepTexts } from "~/domain/workshop/keep-texts.server";
import { getTextEditor } from "~/domain/workshop/text-editor.server";
import { takeTextStep } from "~/domain/workshop/text-steps.server";
import { contentItems } from "~db/schema/content-items";
import { member, somePartner } from "../domain/access/people";
import { filled, seenIn, withText } from "../domain/workshop/campaigners";
import type { Kind } from "./access-table";

/** Texts that somebody wrote who is none of the scene's people, and that wait for a second person. */
export interface TextThings {
  /** The slug of a campaign of the partner; its Swahili waits. */
  campaign: string;
  /** Names an item in the desk; its Bengali waits. */
  item: Record<Kind, string>;
  /** The version that waits. */
  number: Record<Kind, number>;
}

const slug = "soko-bila-kamera";

export async function prepareTexts(ctx: Context, partnerId: string): Promise<TextThings> {
  const writer = await member(ctx, "writer@example.org", ["editor"], somePartner);
  const hostWriter = await member(ctx, "writer-of-host@example.org", ["editor"]);
  await createCampaign(ctx, writer, { slug, locale: "en", title: "No cameras at the market", template: "company" });
  await writeAll(ctx, writer, "en");
  await writeAll(ctx, writer, "sw");
  const [action] = await ctx.db
    .select({ key: contentItems.key })
    .from(contentItems)
    .where(and(eq(contentItems.kind, "partner_action"), eq(contentItems.partnerId, partnerId)));
  if (action === undefined) throw new Error("The partner has no action.");
  const ofPartner = await translateItem(ctx, writer, { kind: "partner_action", key: action.key });
  const ofHost = await translateItem(ctx, hostWriter, { kind: "consent_wording", key: "newsletter" });
  return {
    campaign: slug,
    item: { partner: ofPartner.item, host: ofHost.item },
    number: { partner: ofPartner.number, host: ofHost.number },
  };
}

async function writeAll(ctx: Context, writer: PortalActor, locale: string): Promise<void> {
  const editor = await getTextEditor(ctx, writer, slug, locale);
  const typed = withText(editor.source ?? editor.typed, filled);
  await keepTexts(ctx, writer, slug, { ...seenIn(editor), locale, typed, how: "save" });
  const numbers = { petition: 1, campaign: 1 };
  const outcome = await takeTextStep(ctx, writer, slug, { locale, numbers }, { step: "submit" });
  if (outcome !== "done") throw new Error(`The text was not submitted: ${outcome}.`);
}

async function translateItem(
  ctx: Context,
  writer: PortalActor,
  item: ItemName,
): Promise<{ item: string; number: number }> {
  const name = { ...item, locale: "bn" };
  const { units, basedOn, sourceNumber } = await getDeskText(ctx, writer, name);
  const texts = new Map(units.map(({ path, source }) => [path, `${source} !`]));
  const kept = await keepDeskText(ctx, writer, name, { texts, basedOn, sourceNumber, how: "save" });
  if (kept.outcome !== "saved") throw new Error(`The translation was not saved: ${kept.outcome}.`);
  await takeDeskStep(ctx, writer, { ...name, number: kept.version.number }, { step: "submit" });
  return { item: itemParam(item), number: kept.version.number };
}
