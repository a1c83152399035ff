import { and, asc, eq, isNull, type SQL } from "drizzle-orm";
import { mailings, mailingTexts } from "~db/schema/mailings";
import { authorize, partnerIdOf } from "../access/authorize";
import type { Permission } from "../access/permissions";
import type { Actor } from "../content/actor";
import type { Context } from "../context";
import { DomainError } from "../errors";

export type Mailing = typeof mailings.$inferSelect;
export type MailingText = typeof mailingTexts.$inferSelect;

type Who = Pick<Actor, "organization" | "roles">;

/** Whether a mailing is the actor's organization's. */
export function isOurs(actor: Pick<Actor, "organization">): SQL {
  const partnerId = partnerIdOf(actor);
  return partnerId === null ? isNull(mailings.partnerId) : eq(mailings.partnerId, partnerId);
}

/** A mailing of the actor's organization; any for the host. @throws {DomainError} notAllowed, notFound */
export async function getMailing(ctx: Context, actor: Who, permission: Permission, id: string): Promise<Mailing> {
  authorize(actor, permission);
  const [mailing] = await ctx.db.select().from(mailings).where(eq(mailings.id, id));
  return owned(actor, permission, mailing);
}

/** As {@link getMailing}; nobody else changes it until the transaction of `tx` ends. @throws {DomainError} notAllowed, notFound */
export async function holdMailing(tx: Context, actor: Who, permission: Permission, id: string): Promise<Mailing> {
  authorize(actor, permission);
  const [mailing] = await tx.db.select().from(mailings).where(eq(mailings.id, id)).for("update");
  return owned(actor, permission, mailing);
}

/** As {@link holdMailing}, for what nobody does in another's name. @throws {DomainError} notAllowed, notFound */
export async function holdOurMailing(tx: Context, actor: Who, permission: Permission, id: string): Promise<Mailing> {
  const mailing = await holdMailing(tx, actor, permission, id);
  if (mailing.partnerId !== partnerIdOf(actor)) throw new DomainError("notFound");
  return mailing;
}

function owned(actor: Who, permission: Permission, mailing: Mailing | undefined): Mailing {
  if (mailing === undefined) throw new DomainError("notFound");
  authorize(actor, permission, { partnerId: mailing.partnerId });
  return mailing;
}

/** The words of a mailing in all its languages, its own first. */
export async function listTexts(
  ctx: Pick<Context, "db">,
  mailing: Pick<Mailing, "id" | "sourceLocale">,
): Promise<MailingText[]> {
  const texts = await ctx.db
    .select()
    .from(mailingTexts)
    .where(eq(mailingTexts.mailingId, mailing.id))
    .orderBy(asc(mailingTexts.locale));
  const isSource = ({ locale }: MailingText) => locale === mailing.sourceLocale;
  return [...texts.filter(isSource), ...texts.filter((text) => !isSource(text))];
}

export async function findText(
  ctx: Pick<Context, "db">,
  mailingId: string,
  locale: string,
): Promise<MailingText | null> {
  const [text] = await ctx.db
    .select()
    .from(mailingTexts)
    .where(and(eq(mailingTexts.mailingId, mailingId), eq(mailingTexts.locale, locale)));
  return text ?? null;
}
