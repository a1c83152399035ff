import { and, eq, isNull, sql } from "drizzle-orm";
import { confirmations, signatures } from "~db/schema/signatures";
import { unsubscribeLinks } from "~db/schema/suppressions";
import { revokeConsents } from "../consents/revoke-consents.server";
import { listStandingYeses } from "../consents/standing-yes.server";
import type { Context } from "../context";
import { countUnsubscription } from "../mailings/count-unsubscription.server";
import { findSuppressions, suppress } from "./find-suppressions.server";
import { listOfMailbox } from "./list-of-mailbox.server";
import { stateOfFollowUp, stopByFollowUp } from "./stop-by-follow-up.server";
import { findUnsubscribeLink } from "./unsubscribe-links.server";

/** What a link's page says. `unknown` never was a link, or went with the signature that it was made for. */
export type UnsubscribeState = "open" | "done" | "expired" | "unknown";

/** Looks at a link and changes nothing. */
export async function getUnsubscribeState(ctx: Context, token: string): Promise<UnsubscribeState> {
  const link = await findUnsubscribeLink(ctx, token);
  if (!link) return stateOfFollowUp(ctx, token);
  if (link.isExpired) return "expired";
  if (link.email === null) return "done";
  if (link.partner !== null) {
    return (await hasPartnerYes(ctx, link.hostId, link.email, link.partner.id)) ? "open" : "done";
  }
  const reasons = (await findSuppressions(ctx, [link.email])).get(link.email);
  return reasons?.has("unsubscribed") ? "done" : "open";
}

/** The partner whose mail a link stops; null for a link in a mail of the host. */
export async function findPartnerToStop(ctx: Context, token: string): Promise<string | null> {
  return (await findUnsubscribeLink(ctx, token))?.partner?.name ?? null;
}

/**
 * Stops newsletters and reminders to a mailbox, for every campaign of the host: its yeses to a newsletter are
 * taken back, and forms that wait to be confirmed no longer ask for one. Its signatures stay. Safe to repeat. The link in a
 * partner's mail takes back the yeses to that partner instead, and leaves everything else as it is.
 * @param gpc whether the browser sent `Sec-GPC: 1`
 */
export async function unsubscribe(
  ctx: Context,
  token: string,
  page: { locale: string; gpc: boolean },
): Promise<"done" | "expired" | "unknown"> {
  const link = await findUnsubscribeLink(ctx, token);
  if (!link) return stopByFollowUp(ctx, token);
  if (link.isExpired) return "expired";
  const { email, hostId, partner } = link;
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await noteUse(tx, link);
    if (email === null) return;
    const onMailbox = await listOfMailbox(tx, hostId, email);
    if (partner !== null) {
      for (const signature of onMailbox) await stopSharing(tx, signature, partner.id, page);
      return;
    }
    for (const signature of onMailbox) await stopNewsletter(tx, signature, page);
    await suppress(tx, email, "unsubscribed");
  });
  return "done";
}

/** The first use is counted with the mailing that the link stands in. */
async function noteUse(tx: Context, { tokenHash, mailingId }: { tokenHash: string; mailingId: string | null }) {
  const first = await tx.db
    .update(unsubscribeLinks)
    .set({ usedAt: tx.now() })
    .where(and(eq(unsubscribeLinks.tokenHash, tokenHash), isNull(unsubscribeLinks.usedAt)))
    .returning({ tokenHash: unsubscribeLinks.tokenHash });
  if (first.length > 0 && mailingId !== null) await countUnsubscription(tx, mailingId);
}

async function stopSharing(
  tx: Context,
  { campaignId, id }: { campaignId: string; id: string },
  partnerId: string,
  page: { locale: string; gpc: boolean },
) {
  await tx.db
    .update(confirmations)
    .set({
      choices: sql`jsonb_set(${confirmations.choices}, '{partnerIds}', (${confirmations.choices} -> 'partnerIds') - ${partnerId}::text)`,
    })
    .where(
      and(eq(confirmations.campaignId, campaignId), eq(confirmations.signatureId, id), isNull(confirmations.usedAt)),
    );
  const isThis = and(eq(signatures.campaignId, campaignId), eq(signatures.id, id));
  const [held] = await tx.db.select({ id: signatures.id }).from(signatures).where(isThis).for("update");
  if (held) {
    await revokeConsents(tx, { campaignId, id }, ["partner_sharing"], { source: "unsubscribe", ...page, partnerId });
  }
}

/** Whether a yes to a partner stands for a mailbox, in any campaign. */
async function hasPartnerYes(ctx: Context, hostId: string, email: string, partnerId: string): Promise<boolean> {
  for (const signature of await listOfMailbox(ctx, hostId, email)) {
    const yeses = await listStandingYeses(ctx, signature);
    if (yeses.some((yes) => yes.purpose === "partner_sharing" && yes.partnerId === partnerId)) return true;
  }
  return false;
}

async function stopNewsletter(
  tx: Context,
  { campaignId, id }: { campaignId: string; id: string },
  page: { locale: string; gpc: boolean },
) {
  // Confirming takes a form before its signature; in another order the two could wait for each other.
  await tx.db
    .update(confirmations)
    .set({ choices: sql`jsonb_set(${confirmations.choices}, '{newsletter}', 'false')` })
    .where(
      and(eq(confirmations.campaignId, campaignId), eq(confirmations.signatureId, id), isNull(confirmations.usedAt)),
    );
  const isThis = and(eq(signatures.campaignId, campaignId), eq(signatures.id, id));
  const [held] = await tx.db.select({ state: signatures.state }).from(signatures).where(isThis).for("update");
  if (!held) return;
  await revokeConsents(tx, { campaignId, id }, ["newsletter"], { source: "unsubscribe", ...page });
  // The address of a withdrawn signature was kept for the newsletter alone.
  if (held.state === "withdrawn") {
    await tx.db
      .update(signatures)
      .set({ emailSealed: tx.vault.seal("signature.email", "") })
      .where(isThis);
  }
}
