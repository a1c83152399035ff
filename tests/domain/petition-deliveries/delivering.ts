import { eq } from "drizzle-orm";
import { noMailDomains } from "~/domain/abuse/mail-domains";
import type { PortalActor } from "~/domain/access/portal-actor";
import type { Context } from "~/domain/context";
import { createDelivery } from "~/domain/petition-deliveries/create-delivery.server";
import { readParts } from "~/domain/petition-deliveries/files.server";
import { createTranslators } from "~/i18n/instances.server";
import type { JobContext } from "~/jobs/job-context";
import { makePetitionDelivery } from "~/jobs/make-petition-delivery.server";
import { createLocalMailer } from "~/services/local-mailer.server";
import { createLog } from "~/services/log.server";
import { agreementAcceptances, agreements } from "~db/schema/agreements";
import { hosts } from "~db/schema/hosts";
import { petitions } from "~db/schema/petitions";
import { regionTotals } from "~db/schema/totals";
import { noLinks } from "../../support/no-links";
import { index } from "../lawmakers/index-of-tests";

const translator = createTranslators();

/** What the worker works with, without mail. */
export function workerContext<C extends Context>(ctx: C): C & JobContext {
  return {
    ...ctx,
    mailer: createLocalMailer({ ...ctx, from: "Demo <demo@privacy.example>" }),
    mailDomains: noMailDomains,
    links: noLinks,
    cwc: null,
    facts: { load: async () => undefined, current: () => index },
    translator,
    origin: () => "https://privacy.example",
    congressSyncFrom: null,
    log: createLog("silent"),
  };
}

/** Counted signatures as the roll-up would have left them: `"US CA 11": 40`. */
export async function count(ctx: Context, campaignId: string, places: Record<string, number>): Promise<void> {
  const [petition] = await ctx.db.select().from(petitions).where(eq(petitions.campaignId, campaignId));
  if (!petition) throw new Error("The campaign has no petition.");
  await ctx.db.insert(regionTotals).values(
    Object.entries(places).map(([place, number]) => {
      const [country = "", usState = "", district = "-1"] = place.split(" ");
      return { campaignId, petitionId: petition.id, country, usState, usDistrict: Number(district), count: number };
    }),
  );
}

/** Lets an owner of a partner accept the agreement about data, which the host publishes. */
export async function agree(ctx: Context, owner: PortalActor): Promise<void> {
  const [host] = await ctx.db.select().from(hosts);
  if (!host || owner.organization.kind !== "partner") throw new Error("Only a partner accepts the host's agreement.");
  const [known] = await ctx.db.select().from(agreements);
  const agreementId = known?.id ?? ctx.newId();
  if (!known) {
    const body = { en: "We keep people's data safe." };
    await ctx.db.insert(agreements).values({
      ...{ id: agreementId, hostId: host.id, kind: "data_processing", version: 1, body, sha256: "x" },
      publishedAt: ctx.now(),
    });
  }
  await ctx.db.insert(agreementAcceptances).values({
    id: ctx.newId(),
    agreementId,
    partnerId: owner.organization.id,
    acceptedBy: owner.userId,
    acceptedAt: ctx.now(),
    expiresAt: new Date(ctx.now().getTime() + 365 * 86_400_000),
  });
}

/** Makes a delivery to its end, as the worker does in many turns. @returns its id */
export async function deliver(
  ctx: Context,
  actor: PortalActor,
  wanted: { campaign: string; locale?: string; lawmakers?: boolean },
): Promise<string> {
  const id = await createDelivery(ctx, actor, { locale: "en", lawmakers: false, ...wanted }, () => index);
  await work(ctx, id);
  return id;
}

/** Does the worker's turns until there is nothing left. */
export async function work(ctx: Context, deliveryId: string): Promise<void> {
  const job = workerContext(ctx);
  for (let turn = 0; turn < 200; turn++) {
    if ((await makePetitionDelivery(job, { deliveryId })) === "done") return;
  }
  throw new Error("There is no end to it.");
}

export async function contentOf(ctx: Context, deliveryId: string, name: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of readParts(ctx, { deliveryId, name })) parts.push(part);
  return Buffer.concat(parts);
}

export async function textOf(ctx: Context, deliveryId: string, name: string): Promise<string> {
  return (await contentOf(ctx, deliveryId, name)).toString("utf8");
}
