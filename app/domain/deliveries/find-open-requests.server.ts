import { and, gt, inArray, isNotNull, isNull } from "drizzle-orm";
import { deliveryRequests } from "~db/schema/deliveries";
import type { Context } from "../context";

/** Those of some requests that can still be confirmed. */
export async function findOpenRequests(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.db
    .select({ id: deliveryRequests.id })
    .from(deliveryRequests)
    .where(
      and(
        inArray(deliveryRequests.id, [...ids]),
        isNull(deliveryRequests.confirmedAt),
        isNotNull(deliveryRequests.constituentSealed),
        gt(deliveryRequests.expiresAt, ctx.now()),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
