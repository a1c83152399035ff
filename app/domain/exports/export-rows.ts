import { z } from "zod";
import type { exportColumns } from "~db/schema/exports";

export type ExportColumn = (typeof exportColumns)[number];

/** The last sharing that an export has looked at, in the order of campaigns, moments and subjects. */
export const exportCursor = z.object({ campaignId: z.uuid(), since: z.iso.datetime(), subjectId: z.uuid() });

export type ExportCursor = z.infer<typeof exportCursor>;

/** A chunk: rows of one campaign, each with the signature that decides whether it may still leave. */
export const exportRows = z.object({
  campaignId: z.uuid(),
  rows: z.array(z.object({ signatureId: z.uuid(), cells: z.array(z.union([z.string(), z.number()])) })),
});

export type ExportRows = z.infer<typeof exportRows>;

/** What is known of a supporter, in the clear. */
export interface ExportedSupporter {
  subjectId: string;
  name: string;
  email: string;
  country: string;
  locale: string;
  consentedAt: Date;
  wordingVersion: number;
}

const cellOf: Record<ExportColumn, (supporter: ExportedSupporter) => string | number> = {
  name: ({ name }) => name,
  email: ({ email }) => email,
  country: ({ country }) => country,
  locale: ({ locale }) => locale,
  consented_at: ({ consentedAt }) => consentedAt.toISOString(),
  wording_version: ({ wordingVersion }) => wordingVersion,
};

/** The id by which the organization knows the person comes first, always: with it two files are compared. */
export function cellsOf(supporter: ExportedSupporter, columns: readonly ExportColumn[]): (string | number)[] {
  return [supporter.subjectId, ...columns.map((column) => cellOf[column](supporter))];
}

/** Names of the columns, for programs. */
export function headOf(columns: readonly ExportColumn[]): string[] {
  return ["id", ...columns];
}
