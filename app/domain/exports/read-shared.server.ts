import { and, eq, inArray, sql } from "drizzle-orm";
import { consentWordings } from "~db/schema/consents";
import { sharings } from "~db/schema/sharings";
import { signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import type { Recipient } from "../supporters/recipient.server";
import { isItsSignature, mayBeKnown, newestWord } from "../supporters/shared-with.server";

/** A person whom a recipient may know at this moment, sealed. */
export interface SharedSupporter {
  signatureId: string;
  subjectId: string;
  nameSealed: string;
  emailSealed: string;
  country: string;
  locale: string;
  /** When the newest yes was confirmed, and the version of the words it was said to. */
  consentedAt: Date;
  wordingVersion: number;
}

/** Of some signatures of a campaign, those whom a recipient may know at this moment. */
export function readShared(
  ctx: Pick<Context, "db">,
  recipient: Recipient,
  { campaignId, signatureIds }: { campaignId: string; signatureIds: readonly string[] },
): Promise<SharedSupporter[]> {
  const word = newestWord(ctx, recipient);
  return ctx.db
    .select({
      signatureId: sharings.signatureId,
      subjectId: sharings.subjectId,
      nameSealed: signatures.nameSealed,
      emailSealed: signatures.emailSealed,
      country: signatures.country,
      locale: signatures.locale,
      consentedAt: word.recordedAt,
      wordingVersion: consentWordings.version,
    })
    .from(sharings)
    .innerJoin(signatures, isItsSignature())
    .innerJoinLateral(word, sql`true`)
    .innerJoin(consentWordings, eq(consentWordings.id, word.wordingId))
    .where(
      and(
        eq(sharings.campaignId, campaignId),
        inArray(sharings.signatureId, [...signatureIds]),
        eq(sharings.recipientId, recipient.id),
        mayBeKnown(recipient, word),
      ),
    );
}

/** The same, of whom nothing but their being there is wanted. */
export async function findStillShared(
  ctx: Pick<Context, "db">,
  recipient: Recipient,
  which: { campaignId: string; signatureIds: readonly string[] },
): Promise<Set<string>> {
  const word = newestWord(ctx, recipient);
  const rows = await ctx.db
    .select({ signatureId: sharings.signatureId })
    .from(sharings)
    .innerJoin(signatures, isItsSignature())
    .innerJoinLateral(word, sql`true`)
    .where(
      and(
        eq(sharings.campaignId, which.campaignId),
        inArray(sharings.signatureId, [...which.signatureIds]),
        eq(sharings.recipientId, recipient.id),
        mayBeKnown(recipient, word),
      ),
    );
  return new Set(rows.map(({ signatureId }) => signatureId));
}
