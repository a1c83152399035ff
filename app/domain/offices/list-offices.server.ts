import { and, desc, eq, gte, isNull, sql } from "drizzle-orm";
import { contactTotals } from "~db/schema/contacts";
import { officeReports } from "~db/schema/office-facts";
import { regionTotals } from "~db/schema/totals";
import type { Context } from "../context";

/** For staff: every contact with an office that was counted, exactly, by channel and outcome. */
export function listContactTotals(ctx: Pick<Context, "db">, campaignId: string, since: string | null) {
  return ctx.db
    .select({
      office: contactTotals.office,
      channel: contactTotals.channel,
      outcome: contactTotals.outcome,
      count: sql<number>`sum(${contactTotals.count})::integer`,
    })
    .from(contactTotals)
    .where(and(eq(contactTotals.campaignId, campaignId), since === null ? undefined : gte(contactTotals.day, since)))
    .groupBy(contactTotals.office, contactTotals.channel, contactTotals.outcome)
    .orderBy(contactTotals.office, contactTotals.channel, contactTotals.outcome);
}

/** Reports that nobody has answered, those of one value together; one id of them answers all. */
export function listOpenReports(ctx: Pick<Context, "db">) {
  const reports = sql<number>`count(*)::integer`;
  return ctx.db
    .select({
      id: sql<string>`min(${officeReports.id}::text)`,
      bioguide: officeReports.bioguide,
      kind: officeReports.kind,
      shown: officeReports.shown,
      reports,
      last: sql<string>`to_char(max(${officeReports.at}) at time zone 'UTC', 'YYYY-MM-DD')`,
    })
    .from(officeReports)
    .where(isNull(officeReports.resolvedAt))
    .groupBy(officeReports.bioguide, officeReports.kind, officeReports.shown)
    .orderBy(desc(reports), officeReports.bioguide);
}

/** For staff: counted signatures by district, exactly; 0 = at large. */
export function listDistrictSignatures(ctx: Pick<Context, "db">, campaignId: string) {
  return ctx.db
    .select({
      state: regionTotals.usState,
      district: regionTotals.usDistrict,
      count: sql<number>`sum(${regionTotals.count})::integer`,
    })
    .from(regionTotals)
    .where(and(eq(regionTotals.campaignId, campaignId), gte(regionTotals.usDistrict, 0)))
    .groupBy(regionTotals.usState, regionTotals.usDistrict)
    .orderBy(regionTotals.usState, regionTotals.usDistrict);
}
