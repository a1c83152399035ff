import { petitionTotals } from "~db/schema/totals";
import type { Context } from "../context";
import { createPolled, type Polled } from "../polled";

/** Counted signatures by campaign, as of one moment. */
export interface Counts {
  asOf: Date;
  byCampaign: ReadonlyMap<string, number>;
}

export type CountsSource = Polled<Counts>;

/** With the roll-up's own second and a reader's cache, the public number is at most five seconds old. */
const READ_EVERY_MS = 1_000;

/** Keeps the public counts in memory: no request asks the database for them. */
export function createCountsSource(
  ctx: Pick<Context, "db" | "now">,
  settings: { onError?: (error: unknown) => void } = {},
): CountsSource {
  return createPolled({ read: () => readCounts(ctx), everyMs: READ_EVERY_MS, ...settings });
}

async function readCounts(ctx: Pick<Context, "db" | "now">): Promise<Counts> {
  const asOf = ctx.now();
  const rows = await ctx.db
    .select({ campaignId: petitionTotals.campaignId, count: petitionTotals.count })
    .from(petitionTotals);
  return { asOf, byCampaign: new Map(rows.map(({ campaignId, count }) => [campaignId, count])) };
}

/** The public number of a campaign. Waits only where nothing was ever read. */
export async function publicCount(source: CountsSource, campaignId: string): Promise<{ count: number; asOf: Date }> {
  const { byCampaign, asOf } = source.current() ?? (await source.load());
  return { count: byCampaign.get(campaignId) ?? 0, asOf };
}
