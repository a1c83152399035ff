import { and, eq, inArray, isNotNull, not, type SQL } from "drizzle-orm";
import { z } from "zod";
import { outbox } from "~db/schema/outbox";
import { admitOrderer, type Orderer } from "../access/orderer";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { isForgotten } from "./list-jobs.server";

/** Some jobs by their ids, or all, or all of one name. */
export type WhichDeadJobs = { ids: readonly string[] } | { name?: string | undefined };

export interface RetriedJobs {
  retried: string[];
  /** What they were about was deleted after its time: there is nothing left to try. */
  forgotten: string[];
  /** Ids of the order under which no job was given up. */
  notDead: string[];
}

/** More ids than this say nothing more to who reads the audit log. */
const MOST_IDS_NOTED = 50;

/**
 * Makes jobs that were given up due again, with all their attempts before them, and writes down who did it. A mail
 * that was written goes out with the same bytes under the same key. The mail service knows a key for a day: a mail
 * whose first call it may have accepted without our hearing of it can arrive twice after that.
 * @throws {DomainError} notAllowed
 */
export async function retryDeadJobs(ctx: Context, which: WhichDeadJobs, { by }: { by: Orderer }): Promise<RetriedJobs> {
  const actor = admitOrderer(ctx, by, { permission: "operations.act" });
  const meant = and(isNotNull(outbox.deadAt), isMeant(which));
  return ctx.db.transaction(async (db) => {
    const dead = await db.select({ id: outbox.id, isForgotten }).from(outbox).where(meant).for("update");
    await db
      .update(outbox)
      .set({ deadAt: null, leasedUntil: null, attempts: 0, runAt: ctx.now() })
      .where(and(meant, not(isForgotten)));
    const [forgotten, retried] = [true, false].map((value) =>
      dead.filter((job) => job.isForgotten === value).map(({ id }) => id),
    );
    const found = new Set(dead.map(({ id }) => id));
    const outcome = {
      retried: retried ?? [],
      forgotten: forgotten ?? [],
      notDead: "ids" in which ? which.ids.filter((id) => !found.has(id.toLowerCase())) : [],
    };
    if (outcome.retried.length > 0) {
      await recordAudit(
        { ...ctx, db },
        {
          actor,
          action: "outbox.retry",
          facts: { jobs: outcome.retried.length, ids: outcome.retried.slice(0, MOST_IDS_NOTED) },
        },
      );
    }
    return outcome;
  });
}

export function isMeant(which: WhichDeadJobs): SQL | undefined {
  if (!("ids" in which)) return which.name === undefined ? undefined : eq(outbox.name, which.name);
  const ids = which.ids.filter((id) => z.uuid().safeParse(id).success);
  return inArray(outbox.id, ids);
}
