import { z } from "zod";
import type { Office } from "../lawmakers/find-office";
import { officeNumbers } from "../lawmakers/office-numbers";

export const reportKinds = ["number_wrong", "number_dead", "form_broken", "member_wrong"] as const;
export type ReportKind = (typeof reportKinds)[number];

/** What may be reported of an office, as it is shown: there is no free text. */
export interface Reportable {
  kinds: ReportKind[];
  numbers: string[];
}

export function reportable({ lawmaker }: Office): Reportable {
  if (lawmaker === null) return { kinds: ["member_wrong"], numbers: [] };
  const numbers = officeNumbers(lawmaker).flatMap(({ number, isSwitchboard }) => (isSwitchboard ? [] : [number]));
  const hasPage = lawmaker.contactForm !== null || lawmaker.website !== null;
  const has: Record<ReportKind, boolean> = {
    number_wrong: numbers.length > 0,
    number_dead: numbers.length > 0,
    form_broken: hasPage,
    member_wrong: true,
  };
  return { kinds: reportKinds.filter((kind) => has[kind]), numbers };
}

export interface Report {
  kind: ReportKind;
  /** The number or address that was shown; empty for a wrong member. */
  shown: string;
  requestKey: string;
}

const fields = z.object({
  kind: z.enum(reportKinds),
  number: z.string().optional(),
  requestKey: z.uuid(),
});

/** Reads a report of an office; null where it says nothing about what is shown there. */
export function readReport(form: FormData, office: Office): Report | null {
  const read = fields.safeParse(Object.fromEntries(form));
  if (!read.success) return null;
  const { kind, number = "", requestKey } = read.data;
  const { kinds, numbers } = reportable(office);
  if (!kinds.includes(kind)) return null;
  if (isOfNumber(kind)) return numbers.includes(number) ? { kind, shown: number, requestKey } : null;
  const page = office.lawmaker?.contactForm ?? office.lawmaker?.website ?? "";
  return { kind, shown: kind === "form_broken" ? page : "", requestKey };
}

export function isOfNumber(kind: ReportKind): boolean {
  return kind === "number_wrong" || kind === "number_dead";
}
