import type { Context } from "../context";
import { canonicalMailbox } from "../signatures/canonical-mailbox";

/** The keyed hash under which a mailbox stands in the suppression list, the same in every campaign. */
export function suppressionHash(ctx: Pick<Context, "vault">, email: string): string {
  return ctx.vault.lookupHash("suppression", canonicalMailbox(email));
}
