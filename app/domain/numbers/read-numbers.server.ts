import { and, between, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import { dailyNumbers, type dailySeries, hourlyNumbers, partnerYesTotals } from "~db/schema/numbers";
import { petitionTotals } from "~db/schema/totals";
import type { Context } from "../context";
import { addDays } from "./days";
import { type Period, splitMonths } from "./period";

type Ctx = Pick<Context, "db">;
export type DailySeries = (typeof dailySeries)[number];

/** Every query here reads rows by campaign, series and day, as their key has them, and no signature. */
const total = sql<number>`sum(${dailyNumbers.count})::integer`;

function within(campaignIds: readonly string[], series: readonly DailySeries[], { from, to }: Period): SQL | undefined {
  return and(
    inArray(dailyNumbers.campaignId, [...campaignIds]),
    inArray(dailyNumbers.series, [...series]),
    between(dailyNumbers.day, from, to),
  );
}

function withinHours(campaignIds: readonly string[], { from, to }: Period): SQL | undefined {
  return and(
    inArray(hourlyNumbers.campaignId, [...campaignIds]),
    inArray(hourlyNumbers.series, ["signed", "confirmed"]),
    gte(hourlyNumbers.hour, new Date(`${from}T00:00:00Z`)),
    lt(hourlyNumbers.hour, new Date(`${addDays(to, 1)}T00:00:00Z`)),
  );
}

/** By series and day, of all the campaigns together. */
export async function sumByDay(
  ctx: Ctx,
  campaignIds: readonly string[],
  series: readonly DailySeries[],
  period: Period,
) {
  if (campaignIds.length === 0) return [];
  return ctx.db
    .select({ series: dailyNumbers.series, day: dailyNumbers.day, count: total })
    .from(dailyNumbers)
    .where(within(campaignIds, series, period))
    .groupBy(dailyNumbers.series, dailyNumbers.day);
}

/** Series of parts that are told by month as well. */
const byMonth = {
  country: "country_month",
  district: "district_month",
  locale: "locale_month",
  source: "source_month",
} as const satisfies Partial<Record<DailySeries, DailySeries>>;
export type PartedSeries = keyof typeof byMonth;

/** By series and value, over the whole period; what comes to nothing is left out. Whole months are read as such. */
export async function sumByValue(
  ctx: Ctx,
  campaignId: string,
  series: readonly PartedSeries[],
  period: Period,
): Promise<{ series: PartedSeries; value: string; count: number }[]> {
  const { months, days } = splitMonths(period);
  const sums = new Map<string, { series: PartedSeries; value: string; count: number }>();
  for (const [rows, of] of [
    ...days.map((piece) => [series, piece] as const),
    ...(months === null ? [] : [[series.map((one) => byMonth[one]), months] as const]),
  ]) {
    for (const { series: read, value, count } of await readValues(ctx, campaignId, rows, of)) {
      const part = series.find((one) => one === read || byMonth[one] === read);
      if (part === undefined) continue;
      const key = `${part} ${value}`;
      sums.set(key, { series: part, value, count: (sums.get(key)?.count ?? 0) + count });
    }
  }
  return [...sums.values()].filter(({ count }) => count !== 0);
}

function readValues(ctx: Ctx, campaignId: string, series: readonly DailySeries[], period: Period) {
  return ctx.db
    .select({ series: dailyNumbers.series, value: dailyNumbers.value, count: total })
    .from(dailyNumbers)
    .where(within([campaignId], series, period))
    .groupBy(dailyNumbers.series, dailyNumbers.value);
}

/** By channel, contacts that reached an office. */
export async function sumByChannel(ctx: Ctx, campaignId: string, period: Period) {
  return readValues(ctx, campaignId, ["contact"], period);
}

/** By campaign and series, over the whole period. */
export async function sumByCampaign(
  ctx: Ctx,
  campaignIds: readonly string[],
  series: readonly DailySeries[],
  period: Period,
) {
  if (campaignIds.length === 0) return [];
  return ctx.db
    .select({ campaignId: dailyNumbers.campaignId, series: dailyNumbers.series, count: total })
    .from(dailyNumbers)
    .where(within(campaignIds, series, period))
    .groupBy(dailyNumbers.campaignId, dailyNumbers.series);
}

/** By series and hour, of all the campaigns together. `hour` is as `2026-11-23T09`. */
export async function sumByHour(ctx: Ctx, campaignIds: readonly string[], period: Period) {
  if (campaignIds.length === 0) return [];
  return ctx.db
    .select({
      series: hourlyNumbers.series,
      hour: sql<string>`to_char(${hourlyNumbers.hour} at time zone 'UTC', 'YYYY-MM-DD"T"HH24')`,
      count: sql<number>`sum(${hourlyNumbers.count})::integer`,
    })
    .from(hourlyNumbers)
    .where(withinHours(campaignIds, period))
    .groupBy(hourlyNumbers.series, hourlyNumbers.hour);
}

/** By series and hour of the day (UTC), over the whole period. */
export async function sumByHourOfDay(ctx: Ctx, campaignId: string, { from, to }: Period) {
  const hour = sql<number>`extract(hour from ${hourlyNumbers.hour} at time zone 'UTC')::integer`;
  return ctx.db
    .select({ series: hourlyNumbers.series, hour, count: sql<number>`sum(${hourlyNumbers.count})::integer` })
    .from(hourlyNumbers)
    .where(withinHours([campaignId], { from, to }))
    .groupBy(hourlyNumbers.series, sql`2`);
}

/** Counted signatures of all time, by campaign. */
export async function readTotals(ctx: Ctx, campaignIds: readonly string[]): Promise<Map<string, number>> {
  if (campaignIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ campaignId: petitionTotals.campaignId, count: petitionTotals.count })
    .from(petitionTotals)
    .where(inArray(petitionTotals.campaignId, [...campaignIds]));
  return new Map(rows.map(({ campaignId, count }) => [campaignId, count]));
}

/** How many people said yes to a partner, by campaign. */
export async function readYeses(ctx: Ctx, partnerId: string): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ campaignId: partnerYesTotals.campaignId, count: partnerYesTotals.count })
    .from(partnerYesTotals)
    .where(eq(partnerYesTotals.partnerId, partnerId));
  return new Map(rows.map(({ campaignId, count }) => [campaignId, count]));
}
