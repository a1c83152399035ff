import { eq } from "drizzle-orm";
import { getFlagship } from "~/domain/campaigns/get-campaign.server";
import type { Context } from "~/domain/context";
import { confirmEndorsement } from "~/domain/endorsements/confirm-endorsement.server";
import { readEndorsementForm } from "~/domain/endorsements/endorsement-form";
import { issueEndorsementLink } from "~/domain/endorsements/endorsement-links.server";
import { sendEndorsement } from "~/domain/endorsements/send-endorsement.server";
import { consentWordings } from "~db/schema/consents";
import { endorsements } from "~db/schema/endorsements";
import type { TestContext } from "../../support/database";

export const lab = {
  kind: "organization",
  name: "Data Lab Nairobi",
  country: "KE",
  sentence: "Privacy is for everyone.",
  website: "https://datalab.example/",
  email: "ada@datalab.example",
  publish: "yes",
};

/** The flagship with a way to send its form, as the page does after reading it. */
export async function openForm(ctx: TestContext) {
  const campaign = await getFlagship(ctx, "en");
  const [wording] = await ctx.db.select().from(consentWordings).where(eq(consentWordings.purpose, "endorsement"));
  const send = async (fields: Partial<Record<keyof typeof lab | "affiliation" | "role", string>> = {}) => {
    const { read } = readEndorsementForm(new URLSearchParams({ ...lab, ...fields }));
    if (read === null || !wording) throw new Error("The form is faulty.");
    // No two at one instant, so that they have an order.
    ctx.clock.advance(1_000);
    await sendEndorsement(ctx, campaign.id, {
      ...read,
      ...{ locale: "en", gpc: false, wordingId: wording.id, signals: [] },
    });
  };
  return { campaign, send };
}

export const listEndorsementRows = (ctx: Context) =>
  ctx.db.select().from(endorsements).orderBy(endorsements.sentAt, endorsements.id);

/** The link of the newest form, as its mail would hold it. */
export async function mailedTo(ctx: Context, purpose: "confirm" | "manage" = "confirm") {
  const row = (await listEndorsementRows(ctx)).at(-1);
  const states = ["pending", "confirmed", "approved", "hidden", "rejected"] as const;
  const wanted = { campaignId: row?.campaignId ?? "", endorsementId: row?.id ?? "" };
  const issued = await issueEndorsementLink(ctx, wanted, purpose, states);
  if (!issued) throw new Error("There is nothing to mail about.");
  return { token: issued.token, id: wanted.endorsementId, campaignId: wanted.campaignId };
}

/** Somebody whose entry waits to be read. */
export async function confirmed(
  ctx: TestContext,
  fields: Parameters<Awaited<ReturnType<typeof openForm>>["send"]>[0] = {},
) {
  const { campaign, send } = await openForm(ctx);
  await send(fields);
  const { token, id } = await mailedTo(ctx);
  await confirmEndorsement(ctx, token);
  return { campaign, id, token };
}
