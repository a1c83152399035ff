import postgres from "postgres";
import type { PortalActor } from "~/domain/access/portal-actor";
import { getCampaignNumbers } from "~/domain/numbers/campaign-numbers.server";
import { figureSeries } from "~/domain/numbers/figures";
import { getOrganizationNumbers } from "~/domain/numbers/organization-numbers.server";
import { readPeriod } from "~/domain/numbers/period";
import {
  readTotals,
  sumByCampaign,
  sumByDay,
  sumByHour,
  sumByHourOfDay,
  sumByValue,
} from "~/domain/numbers/read-numbers.server";
import { connectPostgres } from "~db/connect-postgres";
import { testContext } from "../support/test-context";
import { fillNumbers } from "./fill-numbers";
import { fillSignatures } from "./fill-signatures";
import { type Bench, CAMPAIGN } from "./measure-all";
import { findPetition } from "./measure-signing";
import type { Figure } from "./table";

const SIGNATURES = 10_000_000;
/** Rows of signatures that are really there: the pages read none of them. */
const ROWS = 300_000;
const DAYS = 731;
const OTHER_CAMPAIGNS = 20;

/** (m) the pages of the numbers, and each of their queries, with what ten million signatures leave in two years. */
export async function measureNumbers({ databaseUrl, rounds }: Bench): Promise<Figure[]> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  const petition = await findPetition(databaseUrl);
  await sql`set statement_timeout = 0`;
  await fillSignatures(sql, petition, { rows: ROWS, isCounted: true });
  const made = await fillNumbers(sql, petition.campaignId, { signatures: SIGNATURES, days: DAYS });
  const ids = await fillOthers(sql, petition.campaignId);
  await sql`vacuum analyze daily_numbers, hourly_numbers, signatures`;

  const connection = connectPostgres(databaseUrl);
  const ctx = { ...testContext(connection.db), now: () => new Date() };
  const choose = (query: string) => readPeriod(new URLSearchParams(query), ctx.now()).choice;
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const long = choose(`from=${day(DAYS - 1)}&to=${day(0)}`);
  const { period } = long;
  const parted = ["country", "district", "locale", "source"] as const;
  const one = [petition.campaignId];
  const loads: Record<string, () => Promise<unknown>> = {
    "page of a campaign, four weeks beside four": () => getCampaignNumbers(ctx, analyst, CAMPAIGN, choose(""), "en"),
    "page of a campaign, two years beside two": () => getCampaignNumbers(ctx, analyst, CAMPAIGN, long, "en"),
    "page of all campaigns, two years beside two": () => getOrganizationNumbers(ctx, analyst, long, "en"),
    "query: two years by day": () => sumByDay(ctx, one, figureSeries, period),
    "query: two years by hour of the day": () => sumByHourOfDay(ctx, petition.campaignId, period),
    "query: two weeks by hour": () => sumByHour(ctx, ids, { from: day(13), to: day(0) }),
    "queries: two years by country, district, language and tag": () =>
      sumByValue(ctx, petition.campaignId, parted, period),
    "query: two years of all campaigns": () => sumByCampaign(ctx, ids, figureSeries, period),
    "query: two years of all campaigns by day": () => sumByDay(ctx, ids, figureSeries, period),
    "query: signatures of all time": () => readTotals(ctx, ids),
  };
  const figures: Figure[] = [];
  for (const [what, work] of Object.entries(loads)) figures.push(await measure(`numbers, ${what}`, work, rounds));
  await connection.close();
  await sql.end();
  const slowest = Math.max(...figures.filter(({ what }) => what.includes("quer")).map(({ p99 }) => p99));
  const [first, ...rest] = figures;
  if (!first) throw new Error("Nothing was measured.");
  const note = `${SIGNATURES / 1e6} million signatures are ${made.toLocaleString("en")} rows of numbers; the slowest query took ${slowest.toFixed(0)} ms (goal 200).`;
  return [{ ...first, note }, ...rest];
}

const analyst: PortalActor = {
  name: "bench",
  userId: "bench",
  sessionId: "bench",
  provenAt: new Date(),
  organization: { kind: "host" },
  roles: ["analyst"],
};

/** Campaigns of others, each with a tenth of the numbers. @returns the ids of all */
async function fillOthers(sql: postgres.Sql, campaignId: string): Promise<string[]> {
  await sql`
    insert into campaigns (id, host_id, slug, is_flagship, is_sample, status, goal, default_locale, published_at)
    select gen_random_uuid(), host_id, 'bench-' || n, false, false, 'published', 1000, 'en', now()
    from campaigns, generate_series(1, ${OTHER_CAMPAIGNS}::int) n where id = ${campaignId}`;
  const others = await sql<{ id: string }[]>`select id from campaigns where id <> ${campaignId}`;
  await sql`
    insert into daily_numbers (campaign_id, series, day, value, count)
    select c.id, d.series, d.day, d.value, greatest(1, d.count / 10)
    from daily_numbers d, campaigns c
    where d.campaign_id = ${campaignId} and d.series in ('view', 'signed', 'signed_confirmed', 'confirmed', 'contact')
      and c.id <> ${campaignId}
    on conflict do nothing`;
  return [campaignId, ...others.map(({ id }) => id)];
}

const TIMES = 15;

async function measure(what: string, work: () => Promise<unknown>, rounds: number): Promise<Figure> {
  await work();
  const took: number[] = [];
  for (let time = 0; time < TIMES * rounds; time++) {
    const started = performance.now();
    await work();
    took.push(performance.now() - started);
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  const sum = took.reduce((so, ms) => so + ms, 0);
  return { letter: "m", what, rate: took.length / (sum / 1_000), median: at(0.5), p99: at(0.99), faults: 0 };
}
