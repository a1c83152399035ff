import { authorize } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { listCountedCampaigns } from "../numbers/campaigns-of.server";
import { addDays, dayOf } from "../numbers/days";
import { readTotals, sumByDay } from "../numbers/read-numbers.server";

/** Counted signatures of an organization's campaigns; for the host, of all. Days are in UTC. */
export interface HomeFigures {
  today: number;
  yesterday: number;
  /** The last seven days with today, and the seven before them. */
  week: number;
  weekBefore: number;
  /** Of all time. */
  total: number;
}

/** The few numbers that somebody wants to see at once. @throws {DomainError} notAllowed */
export async function readHomeFigures(ctx: Context, actor: PortalActor): Promise<HomeFigures> {
  authorize(actor, "numbers.read");
  const ids = (await listCountedCampaigns(ctx, actor, "en")).map(({ id }) => id);
  const today = dayOf(ctx.now());
  const days = await sumByDay(ctx, ids, ["confirmed"], { from: addDays(today, -13), to: today });
  const within = (from: string, to: string) =>
    days.filter(({ day }) => day >= from && day <= to).reduce((so, { count }) => so + count, 0);
  const yesterday = addDays(today, -1);
  return {
    today: within(today, today),
    yesterday: within(yesterday, yesterday),
    week: within(addDays(today, -6), today),
    weekBefore: within(addDays(today, -13), addDays(today, -7)),
    total: [...(await readTotals(ctx, ids)).values()].reduce((so, count) => so + count, 0),
  };
}
