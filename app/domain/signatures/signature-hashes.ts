import type { Context } from "../context";
import { canonicalMailbox } from "./canonical-mailbox";
import { normalizedName } from "./supporter-name";

/** Keyed hashes, different for each campaign: two campaigns can't be joined by them, and a dump names nobody. */
export function mailboxHash(ctx: Pick<Context, "vault">, campaignId: string, email: string): string {
  return ctx.vault.lookupHash(`mailbox:${campaignId}`, canonicalMailbox(email));
}

export function identityHash(ctx: Pick<Context, "vault">, campaignId: string, email: string, name: string): string {
  return ctx.vault.lookupHash(`identity:${campaignId}`, `${canonicalMailbox(email)}\n${normalizedName(name)}`);
}

/** Tokens and codes are stored as these only. */
export function tokenHash(ctx: Pick<Context, "vault">, token: string): string {
  return ctx.vault.lookupHash("confirmation-token", token);
}

export function codeHash(ctx: Pick<Context, "vault">, confirmationId: string, code: string): string {
  return ctx.vault.lookupHash(`confirmation-code:${confirmationId}`, code);
}
