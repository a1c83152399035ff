import { and, eq, isNull } from "drizzle-orm";
import type { PortalActor } from "~/domain/access/portal-actor";
import { listConsentWordings } from "~/domain/campaigns/list-consent-wordings.server";
import type { Context } from "~/domain/context";
import { addEncryptionKey } from "~/domain/exports/encryption-keys.server";
import { requestExport } from "~/domain/exports/request-export.server";
import { writeExport } from "~/domain/exports/write-export.server";
import { recipientOf } from "~/domain/supporters/recipient.server";
import { consents } from "~db/schema/consents";
import { encryptionKeys } from "~db/schema/exports";
import { petitions } from "~db/schema/petitions";
import { sharings } from "~db/schema/sharings";
import { signatures } from "~db/schema/signatures";

/** A public key whose secret nobody has. */
const KEY = "age1sv8engql5hvf52r2t3rwrwtxlwprevsgmeqxt942e3nx45knfgnsdr0hqp";

/** Puts one supporter, a file that is ready and a key into an organization. @param owner of it, with an agreement */
export async function prepareSupporters(ctx: Context, owner: PortalActor) {
  return {
    supporter: await prepareSupporter(ctx, owner),
    supporterExport: await prepareExport(ctx, owner),
    encryptionKey: await prepareKey(ctx, owner),
  };
}

async function prepareSupporter(ctx: Context, owner: PortalActor): Promise<{ campaign: string; supporter: string }> {
  const recipient = await recipientOf(ctx, owner);
  const [petition] = await ctx.db.select().from(petitions).limit(1);
  if (petition === undefined) throw new Error("There is no petition.");
  const purpose = recipient.partnerId === null ? "newsletter" : "partner_sharing";
  const wording = (await listConsentWordings(ctx, "en")).find((one) => one.purpose === purpose);
  if (wording === undefined) throw new Error("There are no words.");
  const { campaignId } = petition;
  const signatureId = ctx.newId();
  const at = ctx.now();
  await ctx.db.insert(signatures).values({
    campaignId,
    id: signatureId,
    petitionId: petition.id,
    state: "confirmed",
    mailboxHash: signatureId,
    identityHash: signatureId,
    mailboxSlot: 1,
    nameSealed: ctx.vault.seal("signature.name", "Ada"),
    emailSealed: ctx.vault.seal("signature.email", "ada@mail.example"),
    country: "KE",
    locale: "en",
    signedAt: at,
    confirmedAt: at,
  });
  await ctx.db.insert(consents).values({
    campaignId,
    id: ctx.newId(),
    signatureId,
    purpose,
    partnerId: recipient.partnerId,
    granted: true,
    wordingId: wording.id,
    locale: "en",
    source: "sign_form",
    gpc: false,
    givenAt: at,
    recordedAt: at,
  });
  const [sharing] = await ctx.db
    .insert(sharings)
    .values({ campaignId, signatureId, recipientId: recipient.id, country: "KE", locale: "en", since: at })
    .returning({ subjectId: sharings.subjectId });
  if (sharing === undefined) throw new Error("Nobody is shared.");
  return { campaign: campaignId, supporter: sharing.subjectId };
}

async function prepareExport(ctx: Context, owner: PortalActor): Promise<string> {
  const key = ctx.newId();
  await requestExport(ctx, owner, {
    key,
    campaign: null,
    from: null,
    until: null,
    columns: ["email"],
    reason: "records",
    note: "",
  });
  while ((await writeExport(ctx, key)) === "more");
  return key;
}

async function prepareKey(ctx: Context, owner: PortalActor): Promise<string> {
  await addEncryptionKey(ctx, owner, { label: "Safe", recipient: KEY });
  const { partnerId } = await recipientOf(ctx, owner);
  const [key] = await ctx.db
    .select({ id: encryptionKeys.id })
    .from(encryptionKeys)
    .where(
      and(
        partnerId === null ? isNull(encryptionKeys.partnerId) : eq(encryptionKeys.partnerId, partnerId),
        isNull(encryptionKeys.removedAt),
      ),
    );
  if (key === undefined) throw new Error("There is no key.");
  return key.id;
}
