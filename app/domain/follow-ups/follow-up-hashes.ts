import type { Context } from "../context";
import { canonicalMailbox } from "../signatures/canonical-mailbox";

type Vault = Pick<Context, "vault">;

/** One hash per mailbox and campaign, which leads to no other table. */
export function followUpMailbox({ vault }: Vault, campaignId: string, email: string): string {
  return vault.lookupHash(`follow-up:${campaignId}`, canonicalMailbox(email));
}

export function followUpTokenHash({ vault }: Vault, token: string): string {
  return vault.lookupHash("follow-up-token", token);
}

/** Ties the answers of one link together, and leads back to nobody. */
export function answerKey({ vault }: Vault, token: string): string {
  return vault.lookupHash("office-answer", token);
}
