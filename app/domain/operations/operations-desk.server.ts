import { asc } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { authorize } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import { countJobs, type DeadJob, type JobCount, listDeadJobs } from "../outbox/list-jobs.server";
import { listSwitches, type SwitchState } from "../switches/list-switches.server";
import { userNames } from "../workshop/user-names.server";

const JOBS_PER_PAGE = 50;

/** What runs behind the pages, as the host's people see it. */
export interface OperationsDesk {
  /** By name; only what waits or was given up. */
  counts: JobCount[];
  /** Jobs that were given up, the newest first. */
  dead: DeadJob[];
  page: number;
  pages: number;
  switches: SwitchState[];
  /** Slugs, for the switches that are a campaign's own. */
  campaigns: string[];
}

/**
 * The later work that waits or was given up, and the switches.
 * @param asked.name only jobs of this name stand in the list
 * @throws {DomainError} notAllowed
 */
export async function readOperationsDesk(
  ctx: Context,
  actor: PortalActor,
  asked: { name: string | null; page: number },
): Promise<OperationsDesk> {
  authorize(actor, "operations.read");
  const counts = await countJobs(ctx);
  const name = counts.find((one) => one.name === asked.name)?.name;
  const total = counts.filter((one) => name === undefined || one.name === name).reduce((so, { dead }) => so + dead, 0);
  const pages = Math.max(1, Math.ceil(total / JOBS_PER_PAGE));
  const page = Math.min(asked.page, pages);
  const dead = await listDeadJobs(ctx, { name, limit: JOBS_PER_PAGE, offset: (page - 1) * JOBS_PER_PAGE });
  return {
    counts,
    dead,
    page,
    pages,
    switches: await namedSwitches(ctx),
    campaigns: (await ctx.db.select({ slug: campaigns.slug }).from(campaigns).orderBy(asc(campaigns.slug))).map(
      ({ slug }) => slug,
    ),
  };
}

/** With people's names in place of their ids. */
async function namedSwitches(ctx: Context): Promise<SwitchState[]> {
  const switches = await listSwitches(ctx);
  const names = await userNames(
    ctx,
    switches.flatMap(({ on }) => on.map(({ by }) => by)),
  );
  return switches.map((one) => ({ ...one, on: one.on.map((row) => ({ ...row, by: names.get(row.by) ?? row.by })) }));
}
