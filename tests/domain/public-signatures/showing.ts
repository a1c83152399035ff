import type { Context } from "~/domain/context";
import type { SignPetitionInput } from "~/domain/signatures/sign-petition-input";
import { publicSignatures } from "~db/schema/public-signatures";
import { inCalifornia, mailedLink, type openPetition, waysToConfirm } from "../signatures/signing";

export const nothing = { showsName: false, comment: "", locale: "en", gpc: false };

let signers = 0;

/** Somebody who signs and confirms, with what they choose to show. */
export async function signAndShow(
  ctx: Context,
  { sign }: Pick<Awaited<ReturnType<typeof openPetition>>, "sign">,
  { showsName = false, comment = "", ...input }: Partial<SignPetitionInput> & { showsName?: boolean; comment?: string },
) {
  await sign({ email: `signer${signers++}@example.org`, ...input });
  const { token, confirmation } = await mailedLink(ctx);
  const [, confirm] = waysToConfirm[0] ?? [];
  await confirm?.(ctx, token, inCalifornia, { ...nothing, showsName, comment });
  return { token, campaignId: confirmation.campaignId, signatureId: confirmation.signatureId };
}

export const listShown = (ctx: Context) => ctx.db.select().from(publicSignatures).orderBy(publicSignatures.signatureId);
