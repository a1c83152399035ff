import { officeReports } from "~db/schema/office-facts";
import type { Context } from "../context";
import type { Office } from "../lawmakers/find-office";
import type { Report } from "./report-form";

/** Keeps what somebody found to be wrong at an office. It names nobody; the same press twice is one report. */
export async function recordReport(ctx: Context, { congress, office }: Office, report: Report): Promise<void> {
  await ctx.db
    .insert(officeReports)
    .values({ id: ctx.newId(), congress, bioguide: office, ...report, at: ctx.now() })
    .onConflictDoNothing();
}
