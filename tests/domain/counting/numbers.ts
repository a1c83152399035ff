import { eq, sql } from "drizzle-orm";
import type { Context } from "~/domain/context";
import { recount } from "~/domain/counting/recount.server";
import { rollUp } from "~/domain/counting/roll-up.server";
import { consents } from "~db/schema/consents";
import { dailyNumbers, hourlyNumbers, partnerYesTotals } from "~db/schema/numbers";
import { petitions } from "~db/schema/petitions";
import { signatures } from "~db/schema/signatures";
import { switches } from "~db/schema/switches";
import { petitionTotals, regionBacklog, regionTotals } from "~db/schema/totals";

interface Numbers {
  count: number;
  /** Signatures by place, as "US CA 11"; places without any are left out. */
  places: Record<string, number>;
  /** The numbers by hour and day, and the partners' yeses, as "country 2026-11-23 KE"; zeros are left out. */
  cells: Record<string, number>;
}

/** What the totals must come to, from the signatures alone and not from their stamps. */
export async function trueNumbers(ctx: Context, petitionId: string): Promise<Numbers> {
  const rows = await ctx.db.select().from(signatures).where(eq(signatures.petitionId, petitionId));
  const counted = rows.filter(({ state, heldAt }) => state === "confirmed" && heldAt === null);
  return {
    count: counted.length,
    places: byPlace(
      counted.map(({ country, usState, usDistrict }) => ({
        place: `${country} ${usState ?? ""} ${usDistrict ?? -1}`,
        count: 1,
      })),
    ),
    cells: summed([...counted.flatMap(cellsOf), ...(await yesesOf(ctx, counted))]),
  };
}

type Signature = typeof signatures.$inferSelect;
type Cell = [series: string, at: string, value: string, count?: number];

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
const hourOf = (moment: Date) => moment.toISOString().slice(0, 13);

function cellsOf(signature: Signature): Cell[] {
  const { signedAt, confirmedAt, country, usState, usDistrict, locale, source } = signature;
  const moment = confirmedAt ?? signedAt;
  return [
    ["hour", hourOf(moment), ""],
    ["confirmed", dayOf(moment), ""],
    ["signed_confirmed", dayOf(signedAt), ""],
    ...parts("country", dayOf(moment), country),
    ...parts("locale", dayOf(moment), locale),
    ...parts("source", dayOf(moment), source ?? ""),
    ...(usDistrict === null ? [] : parts("district", dayOf(moment), `${usState}-${usDistrict}`)),
  ];
}

/** By day and by month. */
const parts = (series: string, day: string, value: string, count = 1): Cell[] => [
  [series, day, value, count],
  [`${series}_month`, `${day.slice(0, 8)}01`, value, count],
];

/** The newest word to each partner; where two are of one instant, the no counts. */
async function yesesOf(ctx: Context, counted: Signature[]): Promise<Cell[]> {
  const ids = new Set(counted.map(({ id }) => id));
  const rows = (await ctx.db.select().from(consents).where(eq(consents.purpose, "partner_sharing"))).filter(
    ({ signatureId }) => ids.has(signatureId),
  );
  const newest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const key = `${row.signatureId} ${row.partnerId}`;
    const known = newest.get(key);
    const isNewer = !known || row.recordedAt > known.recordedAt;
    if (isNewer || (row.recordedAt.getTime() === known.recordedAt.getTime() && !row.granted)) newest.set(key, row);
  }
  return [...newest.values()].flatMap(({ granted, partnerId }) =>
    granted ? [["partner", "", String(partnerId)]] : [],
  );
}

function summed(cells: Cell[]): Record<string, number> {
  return byPlace(cells.map(([series, at, value, count = 1]) => ({ place: `${series} ${at} ${value}`, count })));
}

/** What the totals tell, with what the regions have yet to take in. */
export async function toldNumbers(ctx: Context, petitionId: string): Promise<Numbers> {
  const [total] = await ctx.db.select().from(petitionTotals).where(eq(petitionTotals.petitionId, petitionId));
  const added = await ctx.db.select().from(regionTotals).where(eq(regionTotals.petitionId, petitionId));
  const waiting = await ctx.db.select().from(regionBacklog).where(eq(regionBacklog.petitionId, petitionId));
  const cells = [...added, ...waiting.map(({ delta, ...place }) => ({ ...place, count: delta }))];
  return {
    count: total?.count ?? 0,
    places: byPlace(
      cells.map(({ country, usState, usDistrict, count }) => ({ place: `${country} ${usState} ${usDistrict}`, count })),
    ),
    cells: summed([...(await toldCells(ctx, petitionId)), ...waiting.flatMap(waitingCells)]),
  };
}

async function toldCells(ctx: Context, petitionId: string): Promise<Cell[]> {
  const [petition] = await ctx.db.select().from(petitions).where(eq(petitions.id, petitionId));
  const campaignId = petition?.campaignId ?? "";
  const days = await ctx.db.select().from(dailyNumbers).where(eq(dailyNumbers.campaignId, campaignId));
  const hours = await ctx.db.select().from(hourlyNumbers).where(eq(hourlyNumbers.campaignId, campaignId));
  const yeses = await ctx.db.select().from(partnerYesTotals).where(eq(partnerYesTotals.campaignId, campaignId));
  return [
    ...days
      .filter(({ series }) => !["view", "signed", "contact"].includes(series))
      .map(({ series, day, value, count }) => [series, day, value, count] satisfies Cell),
    ...hours
      .filter(({ series }) => series === "confirmed")
      .map(({ hour, count }) => ["hour", hourOf(hour), "", count] satisfies Cell),
    ...yeses.map(({ partnerId, count }) => ["partner", "", partnerId, count] satisfies Cell),
  ];
}

function waitingCells({ country, usState, usDistrict, day, delta }: typeof regionBacklog.$inferSelect): Cell[] {
  if (day === null) return [];
  const ofCountry = parts("country", day, country, delta);
  return usDistrict < 0 ? ofCountry : [...ofCountry, ...parts("district", day, `${usState}-${usDistrict}`, delta)];
}

/** Counts until nothing is left to count. */
export async function rollUpAll(ctx: Context, batch?: number): Promise<void> {
  while ((await rollUp(ctx, batch === undefined ? {} : { batch })) > 0) {}
}

/** What the nightly recount finds at a petition. */
export async function recounted(ctx: Context, petitionId: string) {
  const found = (await recount(ctx)).find((comparison) => comparison.petitionId === petitionId);
  if (!found) throw new Error("The petition was not recounted.");
  const { rows, total, regions, misplaced, numbers } = found;
  return { rows, total, regions, misplaced, numbers };
}

export async function pauseRegions(ctx: Context, isPaused: boolean): Promise<void> {
  if (!isPaused) await ctx.db.delete(switches).where(eq(switches.name, "regions-paused"));
  else {
    await ctx.db
      .insert(switches)
      .values({ name: "regions-paused", scope: "all", since: ctx.now(), changedBy: "Grace" })
      .onConflictDoNothing();
  }
}

/** Empties what the counting reads and writes. */
export async function forgetSignatures(ctx: Context): Promise<void> {
  await ctx.db.execute(
    sql`truncate signatures, petition_totals, region_totals, region_backlog, recounts, outbox, switches, daily_numbers,
      hourly_numbers, signed_backlog, partner_yes_totals cascade`,
  );
}

function byPlace(cells: { place: string; count: number }[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { place, count } of cells) sums[place] = (sums[place] ?? 0) + count;
  return Object.fromEntries(Object.entries(sums).filter(([, count]) => count !== 0));
}
