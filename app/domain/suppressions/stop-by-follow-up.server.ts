import { and, eq } from "drizzle-orm";
import { followUps } from "~db/schema/deliveries";
import { suppressions } from "~db/schema/suppressions";
import type { Context } from "../context";
import { followUpTokenHash } from "../follow-ups/follow-up-hashes";
import { suppressHash } from "./find-suppressions.server";

/** Whether the link of a mail that asked for offices' answers has stopped our mail. Its address is gone; its hash is not. */
export async function stateOfFollowUp(ctx: Context, token: string): Promise<"open" | "done" | "unknown"> {
  const addressHash = await findAddressHash(ctx, token);
  if (addressHash === null) return "unknown";
  const [row] = await ctx.db
    .select({ since: suppressions.since })
    .from(suppressions)
    .where(and(eq(suppressions.addressHash, addressHash), eq(suppressions.reason, "unsubscribed")));
  return row ? "done" : "open";
}

/** Stops reminders and news to the mailbox of such a mail. */
export async function stopByFollowUp(ctx: Context, token: string): Promise<"done" | "unknown"> {
  const addressHash = await findAddressHash(ctx, token);
  if (addressHash === null) return "unknown";
  await suppressHash(ctx, addressHash, "unsubscribed");
  return "done";
}

async function findAddressHash(ctx: Context, token: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ addressHash: followUps.addressHash })
    .from(followUps)
    .where(eq(followUps.tokenHash, followUpTokenHash(ctx, token)));
  return row?.addressHash ?? null;
}
