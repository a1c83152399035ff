import { and, eq, sql } from "drizzle-orm";
import { signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import { mailDomain } from "./mail-domain";
import type { MailDomains } from "./mail-domains";

/** Asks the DNS about the domain of a signer's address and notes, as a hint for staff, where it takes no mail. A job. */
export async function lookUpMailDomain(
  ctx: Context & { mailDomains: MailDomains },
  { campaignId, signatureId }: { campaignId: string; signatureId: string },
): Promise<"done"> {
  const isThis = and(eq(signatures.campaignId, campaignId), eq(signatures.id, signatureId));
  const [row] = await ctx.db.select({ emailSealed: signatures.emailSealed }).from(signatures).where(isThis);
  const domain = row ? mailDomain(ctx.vault.open("signature.email", row.emailSealed)) : "";
  if (domain === "" || (await ctx.mailDomains.lookUp(domain)) !== "takes-none") return "done";
  await ctx.db
    .update(signatures)
    .set({ signals: sql`array_append(${signatures.signals}, 'no-mail-server')` })
    .where(and(isThis, sql`not 'no-mail-server' = any(${signatures.signals})`));
  return "done";
}
