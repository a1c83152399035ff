import { authorize, partnerIdOf } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { type CountedCampaign, listCountedCampaigns, listNamingCampaigns } from "./campaigns-of.server";
import { type Figures, figureSeries, figuresOf } from "./figures";
import { overTime, type TimePoint } from "./over-time";
import type { Period, PeriodChoice } from "./period";
import { readTotals, readYeses, sumByCampaign, sumByDay, sumByHour } from "./read-numbers.server";

/** One campaign among those of an organization. */
export interface CampaignRow {
  campaign: CountedCampaign;
  /** Counted signatures of all time. */
  total: number;
  figures: Figures;
}

/** All that the page of an organization's numbers shows: for the host, of every campaign. */
export interface OrganizationNumbers {
  choice: PeriodChoice;
  total: number;
  figures: Figures;
  time: TimePoint[];
  /** The largest in the period first. */
  campaigns: CampaignRow[];
  /** Of others' campaigns whose form names the partner, nothing but how many people said yes to it. */
  named: { campaign: CountedCampaign; yeses: number }[];
}

/** @throws {DomainError} notAllowed */
export async function getOrganizationNumbers(
  ctx: Context,
  actor: PortalActor,
  choice: PeriodChoice,
  locale: string,
): Promise<OrganizationNumbers> {
  authorize(actor, "numbers.read");
  const { compared, period } = choice;
  const counted = await listCountedCampaigns(ctx, actor, locale);
  const ids = counted.map(({ id }) => id);
  const totals = await readTotals(ctx, ids);
  const now = await sumByCampaign(ctx, ids, figureSeries, period);
  const before = compared === null ? null : await sumByCampaign(ctx, ids, figureSeries, compared);
  const ofCampaign = (cells: typeof now | null, id: string) =>
    cells?.filter(({ campaignId }) => campaignId === id) ?? null;
  const rows = counted.map((campaign) => ({
    campaign,
    total: totals.get(campaign.id) ?? 0,
    figures: figuresOf(ofCampaign(now, campaign.id) ?? [], ofCampaign(before, campaign.id)),
  }));
  return {
    choice,
    total: [...totals.values()].reduce((so, count) => so + count, 0),
    figures: figuresOf(now, before),
    time: overTime(
      choice,
      await readTime(ctx, ids, choice, period),
      compared === null ? [] : await readTime(ctx, ids, choice, compared),
    ),
    campaigns: rows.toSorted((a, b) => b.figures.confirmed.count - a.figures.confirmed.count || b.total - a.total),
    named: await readNamed(ctx, actor, locale),
  };
}

async function readTime(ctx: Context, ids: readonly string[], { by }: PeriodChoice, period: Period) {
  if (by === "hour") return (await sumByHour(ctx, ids, period)).map(({ hour, ...cell }) => ({ ...cell, at: hour }));
  const series = ["signed", "signed_confirmed", "confirmed"] as const;
  return (await sumByDay(ctx, ids, series, period)).map(({ day, ...cell }) => ({ ...cell, at: day }));
}

async function readNamed(ctx: Context, actor: PortalActor, locale: string): Promise<OrganizationNumbers["named"]> {
  const partnerId = partnerIdOf(actor);
  if (partnerId === null) return [];
  const naming = await listNamingCampaigns(ctx, partnerId, locale);
  const yeses = await readYeses(ctx, partnerId);
  return naming.map((campaign) => ({ campaign, yeses: yeses.get(campaign.id) ?? 0 }));
}
