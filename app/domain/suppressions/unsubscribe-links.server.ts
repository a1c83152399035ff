import { and, eq } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { partners } from "~db/schema/partners";
import { signatures } from "~db/schema/signatures";
import { unsubscribeLinks } from "~db/schema/suppressions";
import type { Context } from "../context";

/**
 * How long the link of a mail unsubscribes: longer than anybody leaves a newsletter unread for good. It works as
 * often as it is used.
 */
export const UNSUBSCRIBE_DAYS = 400;

const DAY_MS = 86_400_000;

/** Whose mail it is, and the language of the mail. */
export interface MailReader {
  campaignId: string;
  signatureId: string;
  locale: string;
  /** The partner whose mail the link stops; nothing for the host's. */
  partnerId?: string | null;
  /** The mailing in which it stands. */
  mailingId?: string;
}

/**
 * Makes the secret of one mail's unsubscribe link. Only its hash stays here, and it goes with the signature.
 * @returns the secret, which stands behind `/{locale}/unsubscribe/`
 */
export async function issueUnsubscribeLink(ctx: Context, reader: MailReader): Promise<string> {
  const [token] = await issueUnsubscribeLinks(ctx, [reader]);
  if (token === undefined) throw new Error("No link was made.");
  return token;
}

/** As {@link issueUnsubscribeLink}, for many mails in one statement, in their order. */
export async function issueUnsubscribeLinks(ctx: Context, readers: readonly MailReader[]): Promise<string[]> {
  if (readers.length === 0) return [];
  const createdAt = ctx.now();
  const expiresAt = new Date(createdAt.getTime() + UNSUBSCRIBE_DAYS * DAY_MS);
  const links = readers.map((reader) => {
    const token = ctx.newToken();
    const { campaignId, signatureId, locale, partnerId = null, mailingId = null } = reader;
    const of = { campaignId, signatureId, locale, partnerId, mailingId };
    return { token, row: { tokenHash: linkHash(ctx, token), ...of, createdAt, expiresAt } };
  });
  await ctx.db.insert(unsubscribeLinks).values(links.map(({ row }) => row));
  return links.map(({ token }) => token);
}

export interface UnsubscribeLink {
  tokenHash: string;
  hostId: string;
  /** Null where the address was forgotten with a withdrawn signature. */
  email: string | null;
  isExpired: boolean;
  /** The partner whose mail it stops; null for the host's. */
  partner: { id: string; name: string } | null;
  mailingId: string | null;
}

/** The mailbox that a link speaks of. Null for a link that never was, or whose signature was deleted. */
export async function findUnsubscribeLink(ctx: Context, token: string): Promise<UnsubscribeLink | null> {
  const tokenHash = linkHash(ctx, token);
  const [row] = await ctx.db
    .select({
      hostId: campaigns.hostId,
      emailSealed: signatures.emailSealed,
      expiresAt: unsubscribeLinks.expiresAt,
      mailingId: unsubscribeLinks.mailingId,
      partner: { id: partners.id, name: partners.name },
    })
    .from(unsubscribeLinks)
    .innerJoin(
      signatures,
      and(eq(signatures.campaignId, unsubscribeLinks.campaignId), eq(signatures.id, unsubscribeLinks.signatureId)),
    )
    .innerJoin(campaigns, eq(campaigns.id, unsubscribeLinks.campaignId))
    .leftJoin(partners, eq(partners.id, unsubscribeLinks.partnerId))
    .where(eq(unsubscribeLinks.tokenHash, tokenHash));
  if (!row) return null;
  const { hostId, partner, mailingId } = row;
  const email = ctx.vault.open("signature.email", row.emailSealed);
  return { tokenHash, hostId, email: email || null, isExpired: row.expiresAt <= ctx.now(), partner, mailingId };
}

function linkHash(ctx: Pick<Context, "vault">, token: string): string {
  return ctx.vault.lookupHash("unsubscribe-token", token);
}
