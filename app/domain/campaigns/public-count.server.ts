import type { Database } from "~db/database";
import type { Context } from "../context";
import { countSignatures } from "./count-signatures.server";

/** How old a public number may be: readers who refresh the page must not count the rows each time. */
const FRESH_MS = 2_000;

interface Known {
  count: Promise<number>;
  asOf: Date;
}

/** By database and campaign. */
const kept = new WeakMap<Database, Map<string, Known>>();

/** The number of confirmed signatures as the public sees it, at most two seconds old. */
export async function publicCount(ctx: Context, campaignId: string): Promise<{ count: number; asOf: Date }> {
  const known = kept.get(ctx.db) ?? new Map<string, Known>();
  kept.set(ctx.db, known);
  const last = known.get(campaignId);
  if (last && ctx.now().getTime() - last.asOf.getTime() < FRESH_MS) return { count: await last.count, asOf: last.asOf };

  const next: Known = { count: countSignatures(ctx, campaignId), asOf: ctx.now() };
  known.set(campaignId, next);
  try {
    return { count: await next.count, asOf: next.asOf };
  } catch (error) {
    known.delete(campaignId);
    throw error;
  }
}
