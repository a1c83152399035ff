import { domainToASCII } from "node:url";
import type { Context } from "../context";

/** The domain of an address as DNS knows it: ASCII, lower case, without a last dot. */
export function mailDomain(email: string): string {
  return domainToASCII(
    email
      .slice(email.lastIndexOf("@") + 1)
      .trim()
      .toLowerCase(),
  ).replace(/\.$/, "");
}

/** The keyed hash by which staff strike signatures of a domain; the same for all campaigns of this installation. */
export function domainHash(ctx: Pick<Context, "vault">, emailOrDomain: string): string {
  return ctx.vault.lookupHash("mail-domain", mailDomain(emailOrDomain));
}
