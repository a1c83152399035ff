import { and, arrayContains, eq, gte, isNotNull, lt, type SQL } from "drizzle-orm";
import { z } from "zod";
import { signatures } from "~db/schema/signatures";
import { signatureSignals } from "../abuse/signature-signals";

const criteria = z
  .object({
    /** See `domainHash`: the domain itself may name a person, and is not kept. */
    domainHash: z.string().min(1).max(255),
    /** Signed at this moment or later, in UTC. */
    from: z.iso.datetime(),
    /** Signed before this moment. */
    to: z.iso.datetime(),
    networkHash: z.string().min(1).max(64),
    /** ISO 3166-1 alpha-2, or ZZ. */
    country: z.string().regex(/^[A-Z]{2}$/),
    signal: signatureSignals,
    heldOnly: z.literal(true),
  })
  .partial();

/** What staff strike or release by. All that is named must be true of a signature; at least one must be named. */
export const signatureCriteria = criteria.strict().refine((named) => Object.keys(named).length > 0, {
  error: "Name at least one criterion.",
});

export type SignatureCriteria = z.infer<typeof signatureCriteria>;

/** Which campaign's petition is moderated. */
export interface ModeratedPetition {
  campaignId: string;
  petitionId: string;
}

/** Signatures of a petition that meet every criterion. */
export function meets(petition: ModeratedPetition, named: SignatureCriteria): SQL | undefined {
  return and(
    eq(signatures.campaignId, petition.campaignId),
    eq(signatures.petitionId, petition.petitionId),
    named.domainHash === undefined ? undefined : eq(signatures.domainHash, named.domainHash),
    named.from === undefined ? undefined : gte(signatures.signedAt, new Date(named.from)),
    named.to === undefined ? undefined : lt(signatures.signedAt, new Date(named.to)),
    named.networkHash === undefined ? undefined : eq(signatures.networkHash, named.networkHash),
    named.country === undefined ? undefined : eq(signatures.country, named.country),
    named.signal === undefined ? undefined : arrayContains(signatures.signals, [named.signal]),
    named.heldOnly ? isNotNull(signatures.heldAt) : undefined,
  );
}
