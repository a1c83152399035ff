import { lt } from "drizzle-orm";
import { mailEvents, unsubscribeLinks } from "~db/schema/suppressions";
import type { Context } from "../context";

const DAY_MS = 86_400_000;
/** Far longer than the mail service sends an event again. */
const EVENT_DAYS = 30;
/** For so long a link that expired still says that it did. */
const EXPIRED_LINK_DAYS = 30;

/** Deletes events of the mail service and unsubscribe links that serve no more. Safe to run at any time. */
export async function forgetMailTraces(ctx: Context): Promise<void> {
  const before = (days: number) => new Date(ctx.now().getTime() - days * DAY_MS);
  await ctx.db.delete(mailEvents).where(lt(mailEvents.receivedAt, before(EVENT_DAYS)));
  await ctx.db.delete(unsubscribeLinks).where(lt(unsubscribeLinks.expiresAt, before(EXPIRED_LINK_DAYS)));
}
