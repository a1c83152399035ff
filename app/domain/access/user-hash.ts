import type { Vault } from "../context";

/** By which a user's address is found again. Addresses of users are told apart by case alone, tags and dots count. */
export function userHash(vault: Pick<Vault, "lookupHash">, email: string): string {
  return vault.lookupHash("user.email", email.trim().toLowerCase());
}
