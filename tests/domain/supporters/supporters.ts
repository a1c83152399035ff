import { and, eq } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { agreementAcceptances, agreements } from "~db/schema/agreements";
import { hosts } from "~db/schema/hosts";
import { partners } from "~db/schema/partners";
import { sharings } from "~db/schema/sharings";
import { users } from "~db/schema/users";
import type { TestContext } from "../../support/database";
import { inCalifornia, mailedLink, openPetition } from "../signatures/signing";

export interface Ticked {
  updates?: boolean;
  /** Slugs of partners. */
  partners?: string[];
  gpc?: boolean;
}

/** Somebody who signed. */
export interface Signed {
  campaignId: string;
  id: string;
  /** Of the mailed link. */
  token: string;
}

/** A petition at which people sign with what is ticked; a second passes with each of them. */
export async function petitionFor(ctx: TestContext, locale = "en") {
  const petition = await openPetition(ctx, locale);
  const sign = async (name: string, ticked: Ticked = {}, country = "KE"): Promise<Signed> => {
    ctx.clock.advance(1_000);
    await petition.sign({ name, email: mailboxOf(name), country, choices: await petition.choose(ticked) });
    const { token, confirmation } = await mailedLink(ctx);
    return { campaignId: petition.campaign.id, id: confirmation.signatureId, token };
  };
  const confirm = ({ token }: Pick<Signed, "token">) => confirmByToken(ctx, token, inCalifornia);
  return {
    ...petition,
    sign,
    confirm,
    /** Signs and confirms. */
    async support(name: string, ticked: Ticked = {}, country = "KE"): Promise<Signed> {
      const signed = await sign(name, ticked, country);
      ctx.clock.advance(1_000);
      await confirm(signed);
      return signed;
    },
  };
}

/** An address in Latin letters, for a name in any. */
export function mailboxOf(name: string): string {
  const letters = [...name.toLowerCase()].map((letter) => (/[a-z0-9]/.test(letter) ? letter : letter.codePointAt(0)));
  return `${letters.join("")}@mail.example`;
}

/** The agreement about data processing, accepted by a partner until a year from now. */
export async function acceptAgreement(ctx: Context, partner: string): Promise<{ acceptanceId: string }> {
  const [host] = await ctx.db.select().from(hosts);
  const [of] = await ctx.db.select().from(partners).where(eq(partners.slug, partner));
  if (host === undefined || of === undefined) throw new Error("There is no such partner.");
  const [known] = await ctx.db.select({ id: agreements.id }).from(agreements);
  const agreementId = known?.id ?? (await publishAgreement(ctx, 1));
  const acceptedBy = ctx.newId();
  await ctx.db.insert(users).values({
    id: acceptedBy,
    emailSealed: ctx.vault.seal("user.email", "signatory@example.org"),
    emailHash: acceptedBy,
    nameSealed: ctx.vault.seal("user.name", "Signatory"),
    locale: "en",
    createdAt: ctx.now(),
  });
  const acceptanceId = ctx.newId();
  await ctx.db.insert(agreementAcceptances).values({
    id: acceptanceId,
    agreementId,
    partnerId: of.id,
    acceptedBy,
    acceptedAt: ctx.now(),
    expiresAt: new Date(ctx.now().getTime() + 365 * 86_400_000),
  });
  return { acceptanceId };
}

/** A version of the agreement. */
export async function publishAgreement(ctx: Context, version: number): Promise<string> {
  const [host] = await ctx.db.select().from(hosts);
  if (host === undefined) throw new Error("There is no host.");
  const id = ctx.newId();
  await ctx.db.insert(agreements).values({
    id,
    hostId: host.id,
    kind: "data_processing",
    version,
    body: { en: "…" },
    sha256: "0".repeat(64),
    publishedAt: ctx.now(),
  });
  return id;
}

/** By which a partner knows somebody. */
export async function subjectOf(ctx: Context, { campaignId, id }: Signed, recipientId: string): Promise<string> {
  const [row] = await ctx.db
    .select({ subjectId: sharings.subjectId })
    .from(sharings)
    .where(
      and(eq(sharings.campaignId, campaignId), eq(sharings.signatureId, id), eq(sharings.recipientId, recipientId)),
    );
  if (row === undefined) throw new Error("They are not shared.");
  return row.subjectId;
}
