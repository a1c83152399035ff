import { noMailDomains } from "~/domain/abuse/mail-domains";
import { getFlagship } from "~/domain/campaigns/get-campaign.server";
import type { Context } from "~/domain/context";
import { issueDeliveryLink } from "~/domain/deliveries/issue-delivery-link.server";
import { requestDelivery } from "~/domain/deliveries/request-delivery.server";
import type { Constituent } from "~/domain/deliveries/sealed-parts";
import { leaseJobs, type OutboxJob } from "~/domain/outbox/lease.server";
import { parseEnv } from "~/env.server";
import { createTranslators } from "~/i18n/instances.server";
import type { JobContext } from "~/jobs/job-context";
import { runJob } from "~/jobs/run-job.server";
import { createCwcChannel } from "~/services/cwc-channel.server";
import { createLocalMailer } from "~/services/local-mailer.server";
import type { LogFacts } from "~/services/log.server";
import { deliveries, deliveryRequests } from "~db/schema/deliveries";
import { type FakeCwc, startFakeCwc } from "../../support/fake-cwc";
import { noLinks } from "../../support/no-links";
import { facts, index } from "../lawmakers/index-of-tests";

export const ada: Constituent = {
  prefix: "Ms.",
  firstName: "Ada",
  lastName: "Lovelace",
  address1: "1 Main St",
  address2: "",
  city: "San Francisco",
  state: "CA",
  zip: "94110",
  phone: "",
  email: "ada@example.org",
};

/** Offices of 94110: a senator, a senator, a member of the House. */
export const padilla = "P000145";
export const schiff = "S001150";
export const pelosi = "P000197";

const offices = { house: ["HCA11"], senate: ["SCA01", "SCA03"] };

/** Gives a story gateways of its own, and a worker's context that hands messages to them. */
export async function withGateways<C extends Context>(
  ctx: C,
  story: (cwc: FakeCwc, job: C & JobContext, logged: { event: string; facts: LogFacts }[]) => Promise<void>,
): Promise<void> {
  const cwc = await startFakeCwc({ house: [...offices.house], senate: [...offices.senate] });
  const logged: { event: string; facts: LogFacts }[] = [];
  try {
    await story(cwc, deliveringContext(ctx, cwc, logged), logged);
  } finally {
    await cwc.close();
  }
}

export function deliveringContext<C extends Context>(
  ctx: C,
  cwc: Pick<FakeCwc, "env">,
  logged: { event: string; facts: LogFacts }[] = [],
): C & JobContext {
  const note = (event: string, noted: LogFacts = {}) => void logged.push({ event, facts: noted });
  return {
    ...ctx,
    mailer: createLocalMailer({ ...ctx, from: "Demo <demo@privacy.example>" }),
    mailDomains: noMailDomains,
    links: noLinks,
    cwc: createCwcChannel(parseEnv(cwc.env)),
    facts: { load: async () => undefined, current: () => index },
    translator: createTranslators(),
    origin: () => "https://privacy.example",
    congressSyncFrom: null,
    log: { debug: note, info: note, warn: note, error: note },
  };
}

export async function askFor(
  ctx: Context,
  bioguides: readonly string[],
  change: Partial<Constituent> & { wantsFollowUp?: boolean; networkHash?: string | null } = {},
) {
  const { wantsFollowUp = false, networkHash = null, ...person } = change;
  const campaign = await getFlagship(ctx, "en");
  return requestDelivery(ctx, {
    campaignId: campaign.id,
    congress: 119,
    locale: "en",
    requestKey: ctx.newId(),
    networkHash,
    wantsFollowUp,
    constituent: { ...ada, ...person },
    messages: bioguides.map((bioguide) => {
      const lawmaker = facts.lawmakers.get(bioguide);
      if (!lawmaker) throw new Error(`${bioguide} is not in the facts`);
      return { lawmaker, message: { subject: "A privacy law", text: "Please support it.", isTemplate: false } };
    }),
  });
}

/** The link of the newest request, as its mail would bring it. */
export async function linkOf(ctx: Context): Promise<string> {
  const rows = await ctx.db.select().from(deliveryRequests);
  const newest = rows.filter(({ confirmedAt }) => confirmedAt === null).toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
  const issued = newest && (await issueDeliveryLink(ctx, { campaignId: newest.campaignId, requestId: newest.id }));
  if (!issued) throw new Error("There is no request.");
  return issued.token;
}

/** Runs what is due of other work than mail. */
export async function work(job: JobContext): Promise<OutboxJob[]> {
  const held = await leaseJobs(job, 10, 60_000, "other");
  for (const one of held) await runJob(job, one);
  return held;
}

/** State and reason of every delivery, by office. */
export async function states(ctx: Context): Promise<Record<string, string>> {
  const rows = await ctx.db.select().from(deliveries).orderBy(deliveries.id);
  return Object.fromEntries(
    rows.map(({ bioguide, state, reason }) => [bioguide, reason ? `${state}: ${reason}` : state]),
  );
}

/** How many sealed texts are left of a person. */
export async function sealedLeft(ctx: Context): Promise<{ people: number; messages: number }> {
  const requests = await ctx.db.select().from(deliveryRequests);
  const rows = await ctx.db.select().from(deliveries);
  return {
    people: requests.filter(({ constituentSealed }) => constituentSealed !== null).length,
    messages: rows.filter(({ messageSealed }) => messageSealed !== null).length,
  };
}
