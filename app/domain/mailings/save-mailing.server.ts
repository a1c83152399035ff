import { and, eq } from "drizzle-orm";
import { mailings, mailingTexts } from "~db/schema/mailings";
import { authorize, partnerIdOf } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { recipientOf } from "../supporters/recipient.server";
import { listMailableCampaigns } from "./audience.server";
import { findText, holdOurMailing } from "./find-mailing.server";
import type { MailingSettings, MailingWords, NewMailing } from "./mailing-form.server";

/** `over`: it was scheduled or sent meanwhile, and its words stand still. */
export type SaveOutcome = "saved" | "over";

/** Begins a mailing with its words in one language. Sent twice, the form makes one. @throws {DomainError} notAllowed, notFound */
export async function createMailing(ctx: Context, actor: PortalActor, input: NewMailing): Promise<string> {
  authorize(actor, "mailings.write");
  await expectCampaign(ctx, actor, input.campaign);
  const recipient = await recipientOf(ctx, actor);
  const { key: id, source, subject, body } = input;
  const partnerId = partnerIdOf(actor);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const made = await db
      .insert(mailings)
      .values({
        id,
        partnerId,
        recipientId: recipient.id,
        campaignId: input.campaign,
        name: input.name,
        sourceLocale: source,
        postalAddress: input.postalAddress,
        state: "draft",
        createdBy: actor.userId,
        createdAt: ctx.now(),
      })
      .onConflictDoNothing()
      .returning({ id: mailings.id });
    if (made.length === 0) return;
    await db
      .insert(mailingTexts)
      .values({ mailingId: id, locale: source, subject, body, changedBy: actor.userId, changedAt: ctx.now() });
    await recordAudit(tx, {
      actor: actor.name,
      action: "mailing.create",
      partnerId,
      ...(input.campaign !== null && { campaignId: input.campaign }),
      facts: { mailing: id, source },
    });
  });
  return id;
}

/** Changes what a draft is called, to whom it goes, and from where. @throws {DomainError} notAllowed, notFound */
export async function changeMailing(
  ctx: Context,
  actor: PortalActor,
  id: string,
  { name, campaign, source, postalAddress }: MailingSettings,
): Promise<SaveOutcome | "noText"> {
  authorize(actor, "mailings.write");
  await expectCampaign(ctx, actor, campaign);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const mailing = await holdOurMailing(tx, actor, "mailings.write", id);
    if (mailing.state !== "draft") return "over";
    // Readers without a text of their own would get nothing.
    if (source !== mailing.sourceLocale && (await findText(tx, id, source)) === null) return "noText";
    await db
      .update(mailings)
      .set({ name, campaignId: campaign, sourceLocale: source, postalAddress })
      .where(eq(mailings.id, id));
    return "saved";
  });
}

/**
 * Keeps the words of a draft in one language.
 * @returns textOutdated where somebody else has changed them since the form was opened
 * @throws {DomainError} notAllowed, notFound
 */
export async function saveText(
  ctx: Context,
  actor: PortalActor,
  id: string,
  { locale, subject, body, was }: MailingWords,
): Promise<SaveOutcome | "textOutdated"> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const mailing = await holdOurMailing(tx, actor, "mailings.write", id);
    if (mailing.state !== "draft") return "over";
    const known = await findText(tx, id, locale);
    if (known?.subject === subject && known.body === body) return "saved";
    if ((known?.changedAt.toISOString() ?? "") !== was) return "textOutdated";
    const words = { subject, body, changedBy: actor.userId, changedAt: ctx.now() };
    await db
      .insert(mailingTexts)
      .values({ mailingId: id, locale, ...words })
      .onConflictDoUpdate({ target: [mailingTexts.mailingId, mailingTexts.locale], set: words });
    return "saved";
  });
}

/** Takes a language out of a draft; its own stays. @throws {DomainError} notAllowed, notFound */
export async function removeText(ctx: Context, actor: PortalActor, id: string, locale: string): Promise<SaveOutcome> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const mailing = await holdOurMailing(tx, actor, "mailings.write", id);
    if (mailing.state !== "draft" || locale === mailing.sourceLocale) return "over";
    await db.delete(mailingTexts).where(and(eq(mailingTexts.mailingId, id), eq(mailingTexts.locale, locale)));
    return "saved";
  });
}

async function expectCampaign(ctx: Context, actor: PortalActor, id: string | null): Promise<void> {
  if (id === null) return;
  const known = await listMailableCampaigns(ctx, actor, "en");
  if (!known.some((campaign) => campaign.id === id)) throw new DomainError("notFound");
}
