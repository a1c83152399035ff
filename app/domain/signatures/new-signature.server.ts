import { domainHash } from "../abuse/mail-domain";
import type { Context } from "../context";
import type { SignedForm } from "./request-confirmation.server";
import type { SignedPetition, SignPetitionInput } from "./sign-petition-input";
import { identityHash, mailboxHash } from "./signature-hashes";
import { usesZipCodes } from "./zip-countries";

/** The hashes by which a signer is known under one petition. */
export function signerHashes(ctx: Pick<Context, "vault">, petition: SignedPetition, input: SignPetitionInput) {
  return {
    mailboxHash: mailboxHash(ctx, petition.campaignId, input.email),
    identityHash: identityHash(ctx, petition.campaignId, input.email, input.name),
  };
}

/** The row of a new signature. What names a person is sealed. */
export function newSignature(
  ctx: Context,
  petition: SignedPetition,
  input: SignPetitionInput,
  hashes: ReturnType<typeof signerHashes>,
  mailboxSlot: 1 | 2,
) {
  return {
    campaignId: petition.campaignId,
    id: ctx.newId(),
    petitionId: petition.id,
    state: "pending" as const,
    ...hashes,
    mailboxSlot,
    nameSealed: ctx.vault.seal("signature.name", input.name),
    emailSealed: ctx.vault.seal("signature.email", input.email),
    country: input.country,
    locale: input.locale,
    source: input.source ?? null,
    signedAt: ctx.now(),
    networkHash: input.origin?.networkHash ?? null,
    domainHash: domainHash(ctx, input.email),
    signals: input.origin?.signals ?? [],
  };
}

/** What the post said, for the mail that confirms it. */
export function signedForm(ctx: Pick<Context, "now">, input: SignPetitionInput): SignedForm {
  return {
    choices: input.choices,
    country: input.country,
    postalCode: usesZipCodes(input.country) ? input.postalCode : "",
    byCodeOnly: input.origin?.byCodeOnly ?? false,
    givenAt: ctx.now(),
  };
}
