import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { consents } from "~db/schema/consents";
import { sharings } from "~db/schema/sharings";
import { signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import type { Recipient } from "./recipient.server";

/**
 * The newest word of a signer to a recipient, to be joined laterally by a query that reads `sharings`. Where a yes and a
 * no were recorded at one instant, the no counts.
 */
export function newestWord(ctx: Pick<Context, "db">, { partnerId }: Recipient) {
  return ctx.db
    .select({
      granted: consents.granted,
      gpc: consents.gpc,
      wordingId: consents.wordingId,
      source: consents.source,
      recordedAt: consents.recordedAt,
    })
    .from(consents)
    .where(
      and(
        eq(consents.campaignId, sharings.campaignId),
        eq(consents.signatureId, sharings.signatureId),
        partnerId === null
          ? eq(consents.purpose, "newsletter")
          : and(eq(consents.purpose, "partner_sharing"), eq(consents.partnerId, partnerId)),
      ),
    )
    .orderBy(desc(consents.recordedAt), asc(consents.granted))
    .limit(1)
    .as("word");
}

/** How a row of `sharings` is tied to its signature. */
export function isItsSignature(): SQL | undefined {
  return and(eq(signatures.campaignId, sharings.campaignId), eq(signatures.id, sharings.signatureId));
}

/**
 * Whether a recipient may know a person: the newest word is yes, and the signature is confirmed and neither held, struck
 * nor withdrawn. For queries that join `sharings`, `signatures` and {@link newestWord}. A yes to a partner under
 * `Sec-GPC: 1` is none; no such row should exist.
 */
export function mayBeKnown({ partnerId }: Recipient, word: ReturnType<typeof newestWord>): SQL<boolean> {
  return sql<boolean>`${and(
    isNull(sharings.endedAt),
    eq(signatures.state, "confirmed"),
    isNull(signatures.heldAt),
    word.granted,
    partnerId === null ? undefined : sql`not ${word.gpc}`,
  )}`;
}
