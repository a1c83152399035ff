import { asc, inArray } from "drizzle-orm";
import { mailingDeliveries, mailings } from "~db/schema/mailings";
import { signatures } from "~db/schema/signatures";
import { groupBy } from "../campaigns/group-by";
import type { Context } from "../context";
import { readShared, type SharedSupporter } from "../exports/read-shared.server";
import { isOneOf } from "../signatures/delete-signatures.server";
import { findSuppressions } from "../suppressions/find-suppressions.server";
import { mayReceive } from "../suppressions/may-receive";
import { issueUnsubscribeLinks } from "../suppressions/unsubscribe-links.server";
import { petitionTitles } from "./audience.server";
import { listTexts, type Mailing, type MailingText } from "./find-mailing.server";
import { pickText } from "./pick-text";
import { type Sender, senderOf } from "./senders.server";
import { unsubscribedSince } from "./unsubscribed-since.server";

/** What the mail to one supporter says. */
export interface MailToSupporter {
  email: string;
  /** Of the words, which may be another than the supporter's. */
  locale: string;
  subject: string;
  /** Markdown. */
  body: string;
  sender: Sender;
  isHosts: boolean;
  postalAddress: string;
  petition: { title: string; locale: string };
  /** The secret behind `/{locale}/unsubscribe/`. */
  stopToken: string;
}

type Delivery = typeof mailingDeliveries.$inferSelect;

/** A delivery whose supporter may have mail at this moment. */
interface Ready {
  delivery: Delivery;
  mailing: Mailing;
  email: string;
  text: MailingText;
}

/**
 * Takes what the mails of deliveries say, each in its place, in the transaction of `tx` that writes them. Consents and
 * suppressions are looked at here as they are now; null for who gets none: the mailing pauses, or its reader may have no
 * mail any more.
 */
export async function takeMailsToSupporters(
  tx: Context,
  deliveryIds: readonly string[],
): Promise<(MailToSupporter | null)[]> {
  const deliveries = await lockDeliveries(tx, deliveryIds);
  const sending = await ofMailings(tx, deliveries);
  const ready = await whoMay(tx, sending);
  const isReady = new Set(ready.map(({ delivery }) => delivery.id));
  await setState(
    tx,
    sending.filter(({ delivery }) => !isReady.has(delivery.id)).map(({ delivery }) => delivery),
    "skipped",
  );
  const mails = await write(tx, ready);
  return deliveryIds.map((id) => mails.get(id) ?? null);
}

/**
 * Signatures come before their deliveries, because whoever deletes a signature takes them in this order: with another one
 * the two could wait for each other.
 */
async function lockDeliveries(tx: Context, ids: readonly string[]): Promise<Delivery[]> {
  if (ids.length === 0) return [];
  const isMeant = inArray(mailingDeliveries.id, [...ids]);
  const known = await tx.db
    .select({ campaignId: mailingDeliveries.campaignId, id: mailingDeliveries.signatureId })
    .from(mailingDeliveries)
    .where(isMeant);
  if (known.length === 0) return [];
  await tx.db
    .select({ id: signatures.id })
    .from(signatures)
    .where(isOneOf(signatures.campaignId, signatures.id, known))
    .orderBy(asc(signatures.id))
    .for("key share");
  const rows = await tx.db
    .select()
    .from(mailingDeliveries)
    .where(isMeant)
    .orderBy(asc(mailingDeliveries.id))
    .for("update");
  return rows.filter(({ state }) => state === "waiting" || state === "failed");
}

/** Deliveries of mailings that are being sent. Those of one that pauses are kept for later, those of one that is over end. */
async function ofMailings(tx: Context, deliveries: readonly Delivery[]) {
  const ids = [...new Set(deliveries.map(({ mailingId }) => mailingId))];
  const rows = ids.length === 0 ? [] : await tx.db.select().from(mailings).where(inArray(mailings.id, ids));
  const byId = new Map(rows.map((mailing) => [mailing.id, mailing]));
  const of = (state: (mailing: Mailing) => boolean) =>
    deliveries.flatMap((delivery) => {
      const mailing = byId.get(delivery.mailingId);
      return mailing !== undefined && state(mailing) ? [{ delivery, mailing }] : [];
    });
  const waits = ({ state }: Mailing) => state === "paused" || state === "stopped";
  await setState(
    tx,
    of(waits).map(({ delivery }) => delivery),
    "held",
  );
  await setState(
    tx,
    of((mailing) => mailing.state !== "sending" && !waits(mailing)).map(({ delivery }) => delivery),
    "skipped",
  );
  return of(({ state }) => state === "sending");
}

async function setState(tx: Context, deliveries: readonly Delivery[], state: "held" | "skipped"): Promise<void> {
  if (deliveries.length === 0) return;
  await tx.db
    .update(mailingDeliveries)
    .set({ state })
    .where(
      inArray(
        mailingDeliveries.id,
        deliveries.map(({ id }) => id),
      ),
    );
}

async function whoMay(tx: Context, sending: readonly { delivery: Delivery; mailing: Mailing }[]): Promise<Ready[]> {
  const candidates: (Ready & Pick<SharedSupporter, "consentedAt">)[] = [];
  for (const ofMailing of groupBy(sending, ({ mailing }) => mailing.id)) {
    const { mailing } = ofMailing[0];
    const texts = await listTexts(tx, mailing);
    for (const ofCampaign of groupBy(ofMailing, ({ delivery }) => delivery.campaignId)) {
      const { campaignId } = ofCampaign[0].delivery;
      const signatureIds = ofCampaign.map(({ delivery }) => delivery.signatureId);
      const recipient = { id: mailing.recipientId, partnerId: mailing.partnerId };
      const shared = await readShared(tx, recipient, { campaignId, signatureIds });
      const bySignature = new Map(shared.map((one) => [one.signatureId, one]));
      for (const { delivery } of ofCampaign) {
        const supporter = bySignature.get(delivery.signatureId);
        const text = supporter && pickText(texts, supporter.locale, mailing.sourceLocale);
        if (!supporter || !text) continue;
        const email = tx.vault.open("signature.email", supporter.emailSealed);
        candidates.push({ delivery, mailing, email, text, consentedAt: supporter.consentedAt });
      }
    }
  }
  const emails = candidates.map(({ email }) => email);
  const reasons = await findSuppressions(tx, emails);
  const unsubscribed = await unsubscribedSince(tx, emails);
  return candidates.filter(
    ({ email, consentedAt }) =>
      mayReceive("agreed", reasons.get(email)) && !((unsubscribed.get(email) ?? new Date(0)) >= consentedAt),
  );
}

async function write(tx: Context, ready: readonly Ready[]): Promise<Map<string, MailToSupporter>> {
  if (ready.length === 0) return new Map();
  await tx.db
    .update(mailingDeliveries)
    .set({ writtenAt: tx.now() })
    .where(
      inArray(
        mailingDeliveries.id,
        ready.map(({ delivery }) => delivery.id),
      ),
    );
  const tokens = await issueUnsubscribeLinks(
    tx,
    ready.map(({ delivery, mailing, text }) => ({
      campaignId: delivery.campaignId,
      signatureId: delivery.signatureId,
      locale: text.locale,
      partnerId: mailing.partnerId,
      mailingId: mailing.id,
    })),
  );
  const senders = new Map<string | null, Sender>();
  for (const { mailing } of ready) {
    if (!senders.has(mailing.partnerId)) senders.set(mailing.partnerId, await senderOf(tx, mailing.partnerId));
  }
  const titles = await petitionTitles(
    tx,
    [...new Set(ready.map(({ delivery }) => delivery.campaignId))],
    [...new Set(ready.map(({ text }) => text.locale))],
  );
  return new Map(
    ready.map(({ delivery, mailing, email, text }, at) => {
      const sender = senders.get(mailing.partnerId);
      const stopToken = tokens[at];
      if (sender === undefined || stopToken === undefined) throw new Error("A mail lacks its sender or its link.");
      const { locale, subject, body } = text;
      return [
        delivery.id,
        {
          email,
          locale,
          subject,
          body,
          sender,
          isHosts: mailing.partnerId === null,
          postalAddress: mailing.postalAddress,
          petition: titles.of(delivery.campaignId, locale),
          stopToken,
        },
      ];
    }),
  );
}
