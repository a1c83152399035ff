import { eq } from "drizzle-orm";
import type { PortalActor } from "~/domain/access/portal-actor";
import { createCampaign } from "~/domain/workshop/create-campaign.server";
import { type KeptTexts, keepTexts } from "~/domain/workshop/keep-texts.server";
import { getTextEditor } from "~/domain/workshop/text-editor.server";
import { type FieldName, fieldSpecs } from "~/domain/workshop/text-shape";
import { takeTextStep } from "~/domain/workshop/text-steps.server";
import type { TypedTexts } from "~/domain/workshop/typed-texts";
import { partners } from "~db/schema/partners";
import type { TestContext } from "../../support/database";
import { member, otherPartner, somePartner } from "../access/people";

/** Amina and Bahati edit for a partner, Tatu translates; Hana and Hugo edit for the host; Sam is another partner's owner. */
export async function campaigners(ctx: TestContext) {
  return {
    amina: await member(ctx, "amina@example.org", ["editor"], somePartner),
    bahati: await member(ctx, "bahati@example.org", ["owner"], somePartner),
    tatu: await member(ctx, "tatu@example.org", ["translator"], somePartner),
    hana: await member(ctx, "hana@example.org", ["editor"]),
    hugo: await member(ctx, "hugo@example.org", ["owner"]),
    sam: await member(ctx, "sam@example.org", ["owner"], otherPartner),
  };
}

/** Whether the host has to say yes before anything of the partner becomes public. */
export async function hostMustApprove(ctx: TestContext, needsApproval: boolean) {
  await ctx.db.update(partners).set({ needsApproval }).where(eq(partners.slug, somePartner));
}

export const slug = "kamera-sokoni";

/** Begins a campaign in English with nothing left to fill in. */
export async function beginFilled(ctx: TestContext, actor: PortalActor, name = slug): Promise<void> {
  await createCampaign(ctx, actor, {
    slug: name,
    locale: "en",
    title: "No cameras at the market",
    template: "company",
  });
  await write(ctx, actor, "en", filled, name);
}

export const filled: Partial<Record<FieldName, string | string[]>> = {
  "petition.addressedTo": "Soko Ltd",
  "petition.summary": "We ask Soko to switch its cameras off.",
  "petition.statement": ["Cameras watch every stall.", "Nobody was asked."],
  "petition.demands": ["Switch them off."],
  "petition.share.message": "Sign with me: {{url}}",
  "petition.share.emailBody": "Please sign: {{url}}",
  "campaign.seo.description": "We ask Soko to switch its cameras off.",
};

/** Types into fields of the editor as somebody sees it, and saves. */
export async function write(
  ctx: TestContext,
  actor: PortalActor,
  locale: string,
  change: Partial<Record<FieldName, string | string[]>>,
  name = slug,
): Promise<KeptTexts> {
  const editor = await getTextEditor(ctx, actor, name, locale);
  return keepTexts(ctx, actor, name, { ...seenIn(editor), locale, typed: withText(editor.typed, change), how: "save" });
}

type Editor = Awaited<ReturnType<typeof getTextEditor>>;

/** What the form of the editor sends along. */
export function seenIn({ texts: { petition, campaign } }: Editor) {
  return {
    basedOn: { petition: petition.basedOn, campaign: campaign.basedOn },
    sourceNumber: { petition: petition.sourceNumber, campaign: campaign.sourceNumber },
  };
}

export function withText(typed: TypedTexts, change: Partial<Record<FieldName, string | string[]>>): TypedTexts {
  const [texts, lists] = [new Map(typed.texts), new Map(typed.lists)];
  for (const { name } of fieldSpecs) {
    const value = change[name];
    if (typeof value === "string") texts.set(name, value);
    if (Array.isArray(value)) lists.set(name, value);
  }
  return { ...typed, texts, lists };
}

/** Takes a step with the newest versions of those texts that it can begin from, as the page's buttons do. */
export async function step(
  ctx: TestContext,
  actor: PortalActor,
  locale: string,
  wanted: Parameters<typeof takeTextStep>[4],
  name = slug,
) {
  const { petition, campaign } = (await getTextEditor(ctx, actor, name, locale)).texts;
  const from = wanted.step === "submit" ? "draft" : "in_review";
  const isAny = petition.newest?.state !== from && campaign.newest?.state !== from;
  const numbers = {
    ...(petition.newest && (isAny || petition.newest.state === from) && { petition: petition.newest.number }),
    ...(campaign.newest && (isAny || campaign.newest.state === from) && { campaign: campaign.newest.number }),
  };
  return takeTextStep(ctx, actor, name, { locale, numbers }, wanted);
}
