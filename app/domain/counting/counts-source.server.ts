import { and, eq } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { petitions } from "~db/schema/petitions";
import { petitionTotals } from "~db/schema/totals";
import { type ContactsSource, createContactsSource } from "../contacts/contacts-source.server";
import type { Context } from "../context";
import { createPolled, type Polled } from "../polled";
import { createRegionsSource, type RegionsSource } from "./regions-source.server";

/** Counted signatures of the published campaigns, as of one moment. */
export interface Counts {
  asOf: Date;
  /** By the campaign's id. */
  byCampaign: ReadonlyMap<string, number>;
  /** By the campaign's slug, with its goal. */
  bySlug: ReadonlyMap<string, { count: number; goal: number }>;
}

/** The public numbers in memory: the counts, and beside them the regions and contacts, each in a rhythm of its own. */
export interface CountsSource extends Polled<Counts> {
  contacts: ContactsSource;
  regions: RegionsSource;
}

/** The sum of what makes the public number old stands at `countAnswer`. */
const READ_EVERY_MS = 1_000;

/** Keeps the public numbers in memory: no request asks the database for them. */
export function createCountsSource(
  ctx: Pick<Context, "db" | "now">,
  settings: { onError?: (error: unknown) => void } = {},
): CountsSource {
  const counts = createPolled({ read: () => readCounts(ctx), everyMs: READ_EVERY_MS, ...settings });
  const contacts = createContactsSource(ctx, settings);
  const regions = createRegionsSource(ctx, settings);
  return {
    ...counts,
    contacts,
    regions,
    start() {
      contacts.start();
      counts.start();
      regions.start();
    },
    stop() {
      contacts.stop();
      counts.stop();
      regions.stop();
    },
  };
}

async function readCounts(ctx: Pick<Context, "db" | "now">): Promise<Counts> {
  const asOf = ctx.now();
  const rows = await ctx.db
    .select({ id: campaigns.id, slug: campaigns.slug, goal: campaigns.goal, counted: petitionTotals.count })
    .from(campaigns)
    .innerJoin(petitions, eq(petitions.campaignId, campaigns.id))
    .leftJoin(
      petitionTotals,
      and(eq(petitionTotals.campaignId, campaigns.id), eq(petitionTotals.petitionId, petitions.id)),
    )
    .where(eq(campaigns.status, "published"));
  return {
    asOf,
    byCampaign: new Map(rows.map(({ id, counted }) => [id, counted ?? 0])),
    bySlug: new Map(rows.map(({ slug, goal, counted }) => [slug, { count: counted ?? 0, goal }])),
  };
}

/** The public number of a campaign. Waits only where nothing was ever read. */
export async function publicCount(source: Polled<Counts>, campaignId: string): Promise<{ count: number; asOf: Date }> {
  const { byCampaign, asOf } = source.current() ?? (await source.load());
  return { count: byCampaign.get(campaignId) ?? 0, asOf };
}
