import { and, arrayContains, eq, gte, isNotNull, lt, type SQL } from "drizzle-orm";
import { z } from "zod";
import { signatures } from "~db/schema/signatures";
import { domainHash } from "../abuse/mail-domain";
import { signatureSignals } from "../abuse/signature-signals";
import type { Context } from "../context";
import type { TypedCriteria } from "./moderation-forms";

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
    /** One signature, by its id. */
    signatureId: z.uuid(),
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
    named.signatureId === undefined ? undefined : eq(signatures.id, named.signatureId),
  );
}

/**
 * The criteria that somebody typed. A domain is hashed; without an end, signatures that come from now on are left out: what
 * is struck or released is what was there to be seen.
 */
export function criteriaOf(ctx: Pick<Context, "vault" | "now">, typed: TypedCriteria): SignatureCriteria {
  const { signature, network, country, signal, from, to, held, domain, domainHash: hash } = typed;
  const now = ctx.now().toISOString();
  const named = domain === undefined ? hash : domainHash(ctx, domain);
  return {
    ...(signature !== undefined && { signatureId: signature }),
    ...(network !== undefined && { networkHash: network }),
    ...(country !== undefined && { country }),
    ...(signal !== undefined && { signal }),
    ...(from !== undefined && { from }),
    ...(held !== undefined && { heldOnly: true as const }),
    ...(named !== undefined && { domainHash: named }),
    to: to !== undefined && to < now ? to : now,
  };
}
