import { and, eq, isNull } from "drizzle-orm";
import { officeReports } from "~db/schema/office-facts";
import { admitOrderer, type Orderer } from "../access/orderer";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import { correctOffice, findMember } from "./correct-office.server";
import { listCorrections } from "./list-corrections.server";
import { applyCorrections, type CorrectedField } from "./office-corrections";
import { OfficesError } from "./offices-error";
import { isOfNumber } from "./report-form";

type StoredReport = typeof officeReports.$inferSelect;

/**
 * Puts right what was reported, and answers every report of the same value at once. Without a value nothing is shown in
 * its place.
 * @returns how many reports were answered
 * @throws {OfficesError} {@link DomainError} notAllowed
 */
export async function acceptReport(ctx: Context, id: string, value: string | null, by: Orderer): Promise<number> {
  admitOrderer(ctx, by, { permission: "moderation.act" });
  const report = await getOpenReport(ctx, id);
  if (report.kind === "member_wrong") {
    throw new OfficesError(
      "memberBySync",
      "Who is a member is put right by npm run congress:sync. Set the report aside afterwards.",
    );
  }
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const field = await fieldOf(tx, report);
    const correctionId = await correctOffice(tx, { bioguide: report.bioguide, field, shown: report.shown, value, by });
    return resolve(tx, report, correctionId);
  });
}

/** Answers every report of the same kind and value with no change. @returns how many @throws {OfficesError} */
export async function setReportAside(ctx: Context, id: string, by: Orderer): Promise<number> {
  const actor = admitOrderer(ctx, by, { permission: "moderation.act" });
  const report = await getOpenReport(ctx, id);
  return ctx.db.transaction(async (db) => {
    const answered = await resolve({ ...ctx, db }, report, null);
    await recordAudit(
      { ...ctx, db },
      {
        actor,
        action: "office.set-aside",
        facts: { report: id, bioguide: report.bioguide, kind: report.kind, shown: report.shown, answered },
      },
    );
    return answered;
  });
}

async function getOpenReport(ctx: Context, id: string): Promise<StoredReport> {
  const [report] = await ctx.db
    .select()
    .from(officeReports)
    .where(and(eq(officeReports.id, id), isNull(officeReports.resolvedAt)));
  if (!report) throw new OfficesError("reportOver", "There is no open report with this id.");
  return report;
}

/** Which of the facts the reported value is, as it is shown now. @throws {OfficesError} */
async function fieldOf(ctx: Context, { bioguide, kind, shown }: StoredReport): Promise<CorrectedField> {
  const [member] = applyCorrections([await findMember(ctx, bioguide)], await listCorrections(ctx.db));
  const isNumber = isOfNumber(kind);
  if (isNumber && member?.phone === shown) return "phone";
  if (isNumber && member?.localOffices.some(({ phone }) => phone === shown)) return "local_phone";
  if (!isNumber && member?.contactForm === shown) return "contact_form";
  if (!isNumber && member?.website === shown) return "website";
  throw new OfficesError("notShown", "What was reported is not shown any more. Set the report aside.");
}

async function resolve(ctx: Context, report: StoredReport, correctionId: string | null): Promise<number> {
  const answered = await ctx.db
    .update(officeReports)
    .set({ resolvedAt: ctx.now(), correctionId })
    .where(
      and(
        eq(officeReports.bioguide, report.bioguide),
        eq(officeReports.shown, report.shown),
        isNull(officeReports.resolvedAt),
        correctionId === null ? eq(officeReports.kind, report.kind) : undefined,
      ),
    )
    .returning({ id: officeReports.id });
  return answered.length;
}
