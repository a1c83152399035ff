import { listStoredLawmakers, listStoredRevisions } from "~db/congress/stored-facts";
import { authorize } from "../access/authorize";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import type { Lawmaker } from "../lawmakers/lawmaker";
import { userNames } from "../workshop/user-names.server";
import { listCorrections } from "./list-corrections.server";
import { listOpenReports } from "./list-offices.server";
import { applyCorrections, type CorrectedField, type CorrectionStatus, factsOf, statusOf } from "./office-corrections";
import type { ReportKind } from "./report-form";

/** Whose office it is; null where there is no such member any more. */
export type OfficeName = Pick<Lawmaker, "name" | "state" | "district" | "chamber" | "website"> | null;

/** What people say is wrong with one value of an office. */
export interface OpenReport {
  id: string;
  bioguide: string;
  office: OfficeName;
  kind: ReportKind;
  /** The number or address that was shown. */
  shown: string;
  /** How many people said so, and the day of the last. */
  reports: number;
  last: string;
  /** It is not shown any more: only setting the report aside is left. */
  isGone: boolean;
}

/** A value of staff that stands in place of one of the facts. */
export interface StandingCorrection {
  id: string;
  bioguide: string;
  office: OfficeName;
  field: CorrectedField;
  /** Null: nothing is shown. */
  value: string | null;
  was: string;
  /** What the facts say today. */
  facts: string[];
  status: CorrectionStatus;
  by: string;
  at: Date;
}

export interface OfficesDesk {
  reports: OpenReport[];
  corrections: StandingCorrection[];
  /** Of which day the facts are; null where there are none. */
  asOf: string | null;
  /** For choosing an office, by state. */
  offices: { bioguide: string; name: string; state: string }[];
}

/** What people report of lawmakers' offices, and what staff put right. @throws {DomainError} notAllowed */
export async function readOfficesDesk(ctx: Context, actor: PortalActor): Promise<OfficesDesk> {
  authorize(actor, "moderation.read");
  const newest = (await listStoredRevisions(ctx.db)).at(-1);
  const members = newest ? await listStoredLawmakers(ctx.db, newest.congress) : [];
  const corrections = await listCorrections(ctx.db);
  const byId = new Map(members.map((member) => [member.bioguide, member]));
  const shown = new Map(applyCorrections(members, corrections).map((member) => [member.bioguide, member]));
  const names = await userNames(
    ctx,
    corrections.map(({ by }) => by),
  );
  const reports = await listOpenReports(ctx);
  return {
    reports: reports.map((report) => ({
      ...report,
      office: nameOf(byId.get(report.bioguide)),
      isGone: report.kind !== "member_wrong" && !isShown(shown.get(report.bioguide), report.shown),
    })),
    corrections: corrections
      .map(({ id, bioguide, field, value, was, by, at }) => {
        const member = byId.get(bioguide);
        return {
          ...{ id, bioguide, field, value, was, at },
          office: nameOf(member),
          facts: member ? factsOf(member, field) : [],
          status: statusOf({ id, bioguide, field, value, was }, member),
          by: names.get(by) ?? by,
        };
      })
      .toReversed(),
    asOf: newest?.asOf ?? null,
    offices: members
      .map(({ bioguide, name, state }) => ({ bioguide, name, state }))
      .toSorted((a, b) => (a.state === b.state ? compare(a.name, b.name) : compare(a.state, b.state))),
  };
}

/** How many reports nobody has answered. @throws {DomainError} notAllowed */
export async function countOpenReports(ctx: Context, actor: PortalActor): Promise<number> {
  authorize(actor, "moderation.read");
  return (await listOpenReports(ctx)).length;
}

function nameOf(member: Lawmaker | undefined): OfficeName {
  if (member === undefined) return null;
  const { name, state, district, chamber, website } = member;
  return { name, state, district, chamber, website };
}

function isShown(member: Lawmaker | undefined, value: string): boolean {
  if (member === undefined) return false;
  const { phone, website, contactForm, localOffices } = member;
  return [phone, website, contactForm, ...localOffices.map((office) => office.phone)].includes(value);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
