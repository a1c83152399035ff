import { and, asc, count, desc, eq, isNotNull, max, min, sql } from "drizzle-orm";
import { signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import { patience } from "../signatures/in-batches";
import type { ModeratedPetition } from "./signature-criteria.server";

export const heldGroupings = ["network", "signal", "hour"] as const;
export type HeldGrouping = (typeof heldGroupings)[number];

/** Held signatures that have a network, a signal or an hour in common. */
export interface HeldGroup {
  /** The network's hash, the signal, or the beginning of the hour in UTC; `none` where there is none. */
  key: string;
  pending: number;
  confirmed: number;
  firstSignedAt: Date;
  lastSignedAt: Date;
}

const keys = {
  network: sql<string>`coalesce(${signatures.networkHash}, 'none')`,
  // A signature with two signals stands in two groups.
  signal: sql<string>`unnest(case when ${signatures.signals} = '{}' then '{none}' else ${signatures.signals} end)`,
  hour: sql<string>`to_char(date_trunc('hour', ${signatures.signedAt} at time zone 'UTC'), 'YYYY-MM-DD"T"HH24:00"Z"')`,
};

/** What waits for staff, the largest groups first; at most fifty of them. */
export async function listHeld(
  ctx: Pick<Context, "db">,
  petition: ModeratedPetition,
  grouping: HeldGrouping,
): Promise<HeldGroup[]> {
  return ctx.db.transaction(async (db) => {
    await db.execute(patience);
    const key = keys[grouping].as("key");
    const rows = await db
      .select({
        key,
        pending: sql<number>`count(*) filter (where ${signatures.state} = 'pending')`.mapWith(Number),
        confirmed: sql<number>`count(*) filter (where ${signatures.state} = 'confirmed')`.mapWith(Number),
        firstSignedAt: min(signatures.signedAt),
        lastSignedAt: max(signatures.signedAt),
      })
      .from(signatures)
      .where(
        and(
          eq(signatures.campaignId, petition.campaignId),
          eq(signatures.petitionId, petition.petitionId),
          isNotNull(signatures.heldAt),
          sql`${signatures.state} in ('pending', 'confirmed')`,
        ),
      )
      .groupBy(sql`1`)
      .orderBy(grouping === "hour" ? asc(sql`1`) : desc(count()), asc(sql`1`))
      .limit(50);
    return rows.flatMap(({ firstSignedAt, lastSignedAt, ...group }) =>
      firstSignedAt && lastSignedAt ? [{ ...group, firstSignedAt, lastSignedAt }] : [],
    );
  });
}
