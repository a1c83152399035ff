import { and, asc, eq, isNotNull, lt, or, sql } from "drizzle-orm";
import { contacts } from "~db/schema/contacts";
import { officeReports } from "~db/schema/office-facts";
import type { Context } from "../context";
import { BATCH_ROWS, inBatches } from "../signatures/in-batches";

const DAY_MS = 86_400_000;
/** Days after which a contact is deleted; its part of the totals stays. */
export const CONTACT_DAYS = 90;
/** Days for which a report that was answered is kept. */
const REPORT_DAYS = 365;

/** Deletes contacts that are in the totals, or never will be, and reports that were answered long ago. */
export async function forgetContacts(ctx: Pick<Context, "db" | "now">): Promise<number> {
  const before = (days: number) => new Date(ctx.now().getTime() - days * DAY_MS);
  await ctx.db.delete(officeReports).where(lt(officeReports.resolvedAt, before(REPORT_DAYS)));
  return inBatches(async () => {
    const rows = ctx.db
      .select({ campaignId: contacts.campaignId, id: contacts.id })
      .from(contacts)
      // A message through the gateway whose fate was never learnt is counted nowhere.
      .where(and(lt(contacts.at, before(CONTACT_DAYS)), or(isNotNull(contacts.countedAt), eq(contacts.channel, "cwc"))))
      .orderBy(asc(contacts.at))
      .limit(BATCH_ROWS)
      .for("update", { skipLocked: true });
    const done = await ctx.db
      .delete(contacts)
      .where(sql`(${contacts.campaignId}, ${contacts.id}) in ${rows}`)
      .returning({ id: contacts.id });
    return { found: done.length, done: done.length };
  });
}
