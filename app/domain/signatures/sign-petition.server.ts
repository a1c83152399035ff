import { and, eq, ne, sql } from "drizzle-orm";
import { signedBacklog } from "~db/schema/numbers";
import { signatures } from "~db/schema/signatures";
import { isOpen } from "../campaigns/is-open";
import type { Context } from "../context";
import { enqueue } from "../outbox/enqueue.server";
import { retryConflict } from "../retry-conflict";
import { newSignature, signedForm, signerHashes } from "./new-signature.server";
import { requestConfirmation } from "./request-confirmation.server";
import type { SignedPetition, SignPetitionInput } from "./sign-petition-input";

/** Most signatures from one mailbox: couples share one. */
const SIGNATURES_PER_MAILBOX = 2;
/** A signature that nobody confirmed in a day gives its place on a full mailbox to a newcomer. */
const STALE_MS = 86_400_000;

/**
 * Records a pending signature and asks the mailbox's owner to confirm it. A repeated signature, or a third
 * person on one mailbox, ends in the same way for whoever sent the form; only the mailbox's owner learns
 * more, by mail. Safe to repeat, and safe when many equal requests come at once.
 */
export async function signPetition(
  ctx: Context,
  petition: SignedPetition,
  input: SignPetitionInput,
): Promise<"checkInbox" | "closed"> {
  if (!isOpen(petition, ctx.now())) return "closed";
  await retryConflict(() => ctx.db.transaction((db) => signInTransaction({ ...ctx, db }, petition, input)));
  return "checkInbox";
}

async function signInTransaction(tx: Context, petition: SignedPetition, input: SignPetitionInput): Promise<void> {
  const hashes = signerHashes(tx, petition, input);
  const { mailboxHash: mailbox, identityHash: identity } = hashes;
  // One at a time for each mailbox, and nobody else waits. The unique indexes hold even without it.
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${petition.id}:${mailbox}`}, 0))`);
  const onMailbox = await tx.db
    .select({
      id: signatures.id,
      campaignId: signatures.campaignId,
      state: signatures.state,
      identityHash: signatures.identityHash,
      slot: signatures.mailboxSlot,
      signedAt: signatures.signedAt,
    })
    .from(signatures)
    .where(
      and(
        eq(signatures.campaignId, petition.campaignId),
        eq(signatures.petitionId, petition.id),
        eq(signatures.mailboxHash, mailbox),
        ne(signatures.state, "withdrawn"),
      ),
    );

  const same = onMailbox.find((signature) => signature.identityHash === identity);
  if (same) return answerRepeated(tx, same, input);
  const taken = await makeRoom(tx, onMailbox);
  if (taken.length >= SIGNATURES_PER_MAILBOX) return tellMailboxIsFull(tx, petition, mailbox, input);

  const signature = newSignature(tx, petition, input, hashes, taken.some(({ slot }) => slot === 1) ? 2 : 1);
  await tx.db.insert(signatures).values(signature);
  await noteSigned(tx, signature);
  await requestConfirmation(tx, signature, signedForm(tx, input));
}

/** For the numbers, which count it afterwards. */
async function noteSigned(tx: Context, { campaignId, signedAt }: { campaignId: string; signedAt: Date }) {
  const hour = new Date(signedAt);
  hour.setUTCMinutes(0, 0, 0);
  await tx.db.insert(signedBacklog).values({ campaignId, hour, count: 1 });
}

interface OnMailbox {
  id: string;
  campaignId: string;
  state: string;
  slot: number;
  signedAt: Date;
}

/**
 * Lets go of the oldest signature that has waited too long to be confirmed, where a mailbox is full: invented
 * names must not keep a mailbox's owner out.
 */
async function makeRoom(tx: Context, onMailbox: OnMailbox[]): Promise<OnMailbox[]> {
  if (onMailbox.length < SIGNATURES_PER_MAILBOX) return onMailbox;
  const stale = onMailbox
    .filter(({ state, signedAt }) => state === "pending" && tx.now().getTime() - signedAt.getTime() >= STALE_MS)
    .sort((a, b) => a.signedAt.getTime() - b.signedAt.getTime())[0];
  if (!stale) return onMailbox;
  await tx.db
    .delete(signatures)
    .where(
      and(eq(signatures.campaignId, stale.campaignId), eq(signatures.id, stale.id), eq(signatures.state, "pending")),
    );
  return onMailbox.filter(({ id }) => id !== stale.id);
}

async function answerRepeated(
  tx: Context,
  signature: { campaignId: string; id: string; state: string },
  input: SignPetitionInput,
) {
  if (signature.state === "pending") await requestConfirmation(tx, signature, signedForm(tx, input));
  if (signature.state === "confirmed") {
    await enqueue(
      tx,
      "email-already-signed",
      { campaignId: signature.campaignId, signatureId: signature.id },
      { uniqueKey: `already-signed:${signature.id}:${dayOf(tx.now())}` },
    );
  }
}

async function tellMailboxIsFull(tx: Context, petition: SignedPetition, mailbox: string, input: SignPetitionInput) {
  await enqueue(
    tx,
    "email-mailbox-full",
    {
      campaignId: petition.campaignId,
      recipientSealed: tx.vault.seal("mail.recipient", input.email),
      locale: input.locale,
    },
    { uniqueKey: `mailbox-full:${petition.id}:${mailbox}:${dayOf(tx.now())}` },
  );
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
