import { and, eq, type SQL, sql } from "drizzle-orm";
import { signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import type { SignedPetition } from "./sign-petition-input";
import { mailboxHash } from "./signature-hashes";

/** Signatures of a mailbox under a petition that are not withdrawn; in the words of the index that finds them. */
export function isOnMailbox(
  ctx: Pick<Context, "vault">,
  petition: Pick<SignedPetition, "id" | "campaignId">,
  email: string,
): SQL | undefined {
  return and(
    eq(signatures.campaignId, petition.campaignId),
    eq(signatures.petitionId, petition.id),
    eq(signatures.mailboxHash, mailboxHash(ctx, petition.campaignId, email)),
    sql`${signatures.state} <> 'withdrawn'`,
  );
}
