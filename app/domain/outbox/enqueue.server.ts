import { outbox } from "~db/schema/outbox";
import type { Context } from "../context";
import { type JobName, type JobPayload, jobs } from "./jobs";

/**
 * Records later work in the transaction of `ctx.db`, so that it is done if, and only if, that commits.
 * @param options.uniqueKey a second request under the same key is dropped
 */
export async function enqueue<Name extends JobName>(
  ctx: Context,
  name: Name,
  payload: JobPayload<Name>,
  options: { uniqueKey?: string } = {},
): Promise<void> {
  await ctx.db
    .insert(outbox)
    .values({
      id: ctx.newId(),
      name,
      payload,
      uniqueKey: options.uniqueKey ?? null,
      priority: jobs[name].priority,
      runAt: ctx.now(),
      createdAt: ctx.now(),
    })
    .onConflictDoNothing({ target: outbox.uniqueKey });
}

/** As {@link enqueue}, for many at once, in one statement. */
export async function enqueueAll<Name extends JobName>(
  ctx: Context,
  name: Name,
  payloads: readonly JobPayload<Name>[],
): Promise<void> {
  if (payloads.length === 0) return;
  const now = ctx.now();
  const rows = payloads.map((payload) => ({
    id: ctx.newId(),
    name,
    payload,
    priority: jobs[name].priority,
    runAt: now,
    createdAt: now,
  }));
  await ctx.db.insert(outbox).values(rows);
}
