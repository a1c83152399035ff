import { lt } from "drizzle-orm";
import { spentPasskeyChallenges } from "~db/schema/sign-in";
import type { Context } from "../context";
import { SIGN_IN_TRACES_DAYS } from "./retention";
import { deleteOldSessions } from "./sessions.server";
import { deleteOldSignInRequests } from "./sign-in.server";

const DAY_MS = 86_400_000;

/** Deletes what is left of sign-ins that are long over. */
export async function forgetAccessTraces(ctx: Context): Promise<void> {
  const before = new Date(ctx.now().getTime() - SIGN_IN_TRACES_DAYS * DAY_MS);
  await deleteOldSignInRequests(ctx, before);
  await deleteOldSessions(ctx, before);
  await ctx.db.delete(spentPasskeyChallenges).where(lt(spentPasskeyChallenges.expiresAt, ctx.now()));
}
