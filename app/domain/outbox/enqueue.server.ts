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
