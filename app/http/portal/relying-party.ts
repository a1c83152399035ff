import type { RelyingParty } from "~/domain/access/passkeys.server";

/** The site as passkeys know it: `https://privacy.example` is `privacy.example`. */
export function relyingParty(origin: string): RelyingParty {
  return { id: new URL(origin).hostname, name: "Privacy for All", origin };
}
