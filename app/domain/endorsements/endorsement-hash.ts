import type { Context } from "../context";
import { canonicalMailbox } from "../signatures/canonical-mailbox";

/** One hash per mailbox and campaign. */
export function endorserHash(ctx: Pick<Context, "vault">, campaignId: string, email: string): string {
  return ctx.vault.lookupHash(`endorsement:${campaignId}`, canonicalMailbox(email));
}

/** Links are stored as these only. */
export function endorsementTokenHash(ctx: Pick<Context, "vault">, token: string): string {
  return ctx.vault.lookupHash("endorsement-token", token);
}
