import { inArray, sql } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { dailyNumbers } from "~db/schema/numbers";
import { findAddress } from "../content/find-address.server";
import type { Context } from "../context";
import type { SwitchesSource } from "../switches/switches-source.server";

/** Counts how often the pages of campaigns are sent, as one number a day: of who reads them nothing is known or kept. */
export interface PageViews {
  /**
   * Notes that a campaign's page was sent. It stays in memory until the next flush, so that no reader waits for it.
   * @param page what `viewedPage` makes
   */
  note(page: string): void;
  /** Adds what was noted to the numbers of the days. @throws when the database is away; what was noted is kept */
  flush(): Promise<void>;
  /** Flushes again and again from now on. */
  start(): void;
  /** Flushes once more and stops. */
  stop(): Promise<void>;
}

/** What a process that is killed forgets at most. */
const FLUSH_EVERY_MS = 10_000;

/** By which views of a campaign's page in one language are noted. */
export function viewedPage(locale: string, address: string): string {
  return `${locale}/${address}`;
}

export function createPageViews(
  ctx: Context,
  settings: { switches: SwitchesSource; onError?: (error: unknown) => void; everyMs?: number },
): PageViews {
  const { switches, onError = () => undefined, everyMs = FLUSH_EVERY_MS } = settings;
  let noted = new Map<string, number>();
  /** Looked at with each flush and not with each view: a few seconds after midnight count for the day before. */
  let today = dayOf(ctx.now());
  const kept: DayOfViews[] = [];
  let timer: NodeJS.Timeout | null = null;
  let flushing: Promise<void> = Promise.resolve();

  async function flushNow() {
    if (noted.size > 0) kept.push({ day: today, pages: noted });
    noted = new Map();
    today = dayOf(ctx.now());
    // A database that is to be read only shall see no write of ours.
    while (kept[0] !== undefined && switches.current()?.isOn("read-only") !== true) {
      await addViews(ctx, kept[0]);
      kept.shift();
    }
  }

  function flush() {
    flushing = flushing.catch(() => undefined).then(flushNow);
    return flushing;
  }

  async function tick() {
    await flush().catch(onError);
    if (timer !== null) timer = setTimeout(tick, everyMs).unref();
  }

  return {
    note(page) {
      noted.set(page, (noted.get(page) ?? 0) + 1);
    },
    flush,
    start() {
      timer ??= setTimeout(tick, everyMs).unref();
    },
    async stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await flush().catch(onError);
    },
  };
}

interface DayOfViews {
  day: string;
  pages: ReadonlyMap<string, number>;
}

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);

/** In one statement, so that a fault adds nothing or all. */
async function addViews(ctx: Context, { day, pages }: DayOfViews): Promise<void> {
  const byCampaign = await sumByCampaign(ctx, pages);
  if (byCampaign.size === 0) return;
  await ctx.db
    .insert(dailyNumbers)
    // In one order: several web servers may add at once.
    .values(
      [...byCampaign]
        .map(([campaignId, count]) => ({ campaignId, series: "view" as const, day, value: "", count }))
        .sort((a, b) => (a.campaignId < b.campaignId ? -1 : 1)),
    )
    .onConflictDoUpdate({
      target: [dailyNumbers.campaignId, dailyNumbers.series, dailyNumbers.day, dailyNumbers.value],
      set: { count: sql`${dailyNumbers.count} + excluded.count` },
    });
}

/** A campaign has an address in each of its languages, beside the one that is the same in all. */
async function sumByCampaign(ctx: Context, pages: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const addresses = new Map([...pages.keys()].map((page) => [page, page.split("/")[1] ?? ""]));
  const known = await findCampaigns(ctx, [...addresses.values()]);
  const slugs = new Map(addresses);
  for (const [page, address] of addresses) {
    if (known.has(address)) continue;
    const found = await findAddress(ctx, "campaign", address, page.split("/")[0] ?? "");
    if (found !== null) slugs.set(page, found.key);
  }
  const ids = await findCampaigns(ctx, [...slugs.values()]);
  const sums = new Map<string, number>();
  for (const [page, count] of pages) {
    const id = ids.get(slugs.get(page) ?? "");
    if (id !== undefined) sums.set(id, (sums.get(id) ?? 0) + count);
  }
  return sums;
}

async function findCampaigns(ctx: Context, slugs: string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: campaigns.id, slug: campaigns.slug })
    .from(campaigns)
    .where(inArray(campaigns.slug, [...new Set(slugs)]));
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}
