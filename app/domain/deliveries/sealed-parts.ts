import { z } from "zod";
import type { Context } from "../context";
import { canonicalMailbox } from "../signatures/canonical-mailbox";

/** Who writes: kept sealed, only for as long as it takes. */
export const constituent = z.object({
  prefix: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  address1: z.string(),
  address2: z.string(),
  city: z.string(),
  state: z.string(),
  zip: z.string(),
  phone: z.string(),
  email: z.string(),
});
export type Constituent = z.infer<typeof constituent>;

/** What is handed to one office. */
export const officeMessage = z.object({
  subject: z.string(),
  text: z.string(),
  /** The campaign's words, unchanged: they go where offices look for those. */
  isTemplate: z.boolean(),
});
export type OfficeMessage = z.infer<typeof officeMessage>;

type Vault = Pick<Context, "vault">;

export function sealConstituent({ vault }: Vault, plain: Constituent): string {
  return vault.seal("delivery.constituent", JSON.stringify(plain));
}

export function openConstituent({ vault }: Vault, sealed: string): Constituent {
  return constituent.parse(JSON.parse(vault.open("delivery.constituent", sealed)));
}

export function sealMessage({ vault }: Vault, plain: OfficeMessage): string {
  return vault.seal("delivery.message", JSON.stringify(plain));
}

export function openMessage({ vault }: Vault, sealed: string): OfficeMessage {
  return officeMessage.parse(JSON.parse(vault.open("delivery.message", sealed)));
}

/** One hash per mailbox and campaign; not the one of the signatures, so that the two can't be joined. */
export function supporterHash({ vault }: Vault, campaignId: string, email: string): string {
  return vault.lookupHash(`delivery:${campaignId}`, canonicalMailbox(email));
}

export function deliveryTokenHash({ vault }: Vault, token: string): string {
  return vault.lookupHash("delivery-token", token);
}
