import { partnerIdOf } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { type CountedCampaign, getCountedCampaign } from "./campaigns-of.server";
import { type Figures, figureSeries, figuresOf } from "./figures";
import { listNotes, type NumberNote } from "./notes.server";
import { byHourOfDay, type HourOfDay, overTime, type TimePoint } from "./over-time";
import { type Part, partsOf } from "./parts";
import type { Grain, Period, PeriodChoice } from "./period";
import {
  readTotals,
  readYeses,
  sumByChannel,
  sumByDay,
  sumByHour,
  sumByHourOfDay,
  sumByValue,
} from "./read-numbers.server";

/** Series that are told apart by their values. */
const parted = ["country", "district", "locale", "source"] as const;

/** All that the page of a campaign's numbers shows. */
export interface CampaignNumbers {
  campaign: CountedCampaign;
  choice: PeriodChoice;
  /** Counted signatures of all time. */
  total: number;
  /** People of all time who said yes to the actor's own organization; null for the host. */
  yeses: number | null;
  figures: Figures;
  time: TimePoint[];
  /** The same by day or week: who signed then, and how many of them confirmed. */
  cohorts: TimePoint[];
  hours: HourOfDay[];
  countries: Part[];
  districts: Part[];
  locales: Part[];
  sources: Part[];
  actions: Part[];
  notes: NumberNote[];
}

/** @throws {DomainError} notAllowed; notFound for another's campaign */
export async function getCampaignNumbers(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  choice: PeriodChoice,
  locale: string,
): Promise<CampaignNumbers> {
  const campaign = await getCountedCampaign(ctx, actor, "numbers.read", slug, locale);
  const { period, compared, by } = choice;
  const partnerId = partnerIdOf(actor);
  const now = await readPeriod(ctx, campaign.id, period, by);
  const before = compared === null ? null : await readPeriod(ctx, campaign.id, compared, by);
  const parts = (series: (typeof parted)[number] | "contact") => partsOf(series, now.values, before?.values ?? null);
  return {
    campaign,
    choice,
    total: (await readTotals(ctx, [campaign.id])).get(campaign.id) ?? 0,
    yeses: partnerId === null ? null : ((await readYeses(ctx, partnerId)).get(campaign.id) ?? 0),
    figures: figuresOf(now.days, before?.days ?? null),
    time: overTime(choice, now.time, before?.time ?? []),
    cohorts: overTime({ ...choice, by: by === "hour" ? "day" : by }, now.days, before?.days ?? []),
    hours: byHourOfDay(now.hoursOfDay, before?.hoursOfDay ?? null),
    countries: parts("country"),
    districts: parts("district"),
    locales: parts("locale"),
    sources: parts("source"),
    actions: parts("contact"),
    notes: await listNotes(ctx, actor, campaign.id, period),
  };
}

async function readPeriod(ctx: Context, campaignId: string, period: Period, by: Grain) {
  const days = (await sumByDay(ctx, [campaignId], figureSeries, period)).map(({ day, ...cell }) => ({
    ...cell,
    at: day,
  }));
  const hours = by === "hour" ? await sumByHour(ctx, [campaignId], period) : [];
  return {
    days,
    time: by === "hour" ? hours.map(({ hour, ...cell }) => ({ ...cell, at: hour })) : days,
    hoursOfDay: await sumByHourOfDay(ctx, campaignId, period),
    values: [...(await sumByValue(ctx, campaignId, parted, period)), ...(await sumByChannel(ctx, campaignId, period))],
  };
}
