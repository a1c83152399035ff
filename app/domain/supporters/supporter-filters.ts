import { z } from "zod";
import { locales } from "~/i18n/locales";

/** Where a yes can come from. */
export const yesSources = ["sign_form"] as const;

/** A day that a calendar and the database both know. */
export const dayField = z.iso.date().refine((text) => text >= "2000-01-01" && text < "2100-01-01");

const cursorShape = /^(\d{1,13})\.([\da-f-]{36})$/;

/** What stands in the address of a list; what makes no sense is passed over. */
export const supporterFilters = z.object({
  campaign: z.uuid().optional().catch(undefined),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  locale: z.enum(locales).optional().catch(undefined),
  /** First and last day, both in UTC and both included. */
  from: dayField.optional().catch(undefined),
  until: dayField.optional().catch(undefined),
  source: z.enum(yesSources).optional().catch(undefined),
  /** The id by which the organization knows one person. */
  supporter: z.uuid().optional().catch(undefined),
  /** The last one of the page before. */
  after: z.string().regex(cursorShape).optional().catch(undefined),
});

export type SupporterFilters = z.infer<typeof supporterFilters>;

/** Where a page of a list ends. */
export interface SupporterCursor {
  since: Date;
  subjectId: string;
}

export function writeCursor({ since, subjectId }: SupporterCursor): string {
  return `${since.getTime()}.${subjectId}`;
}

/** Null for what is no cursor. */
export function readCursor(text: string): SupporterCursor | null {
  const [, at, subjectId] = cursorShape.exec(text) ?? [];
  if (at === undefined || !z.uuid().safeParse(subjectId).success || subjectId === undefined) return null;
  return { since: new Date(Number(at)), subjectId };
}

const DAY_MS = 86_400_000;

/** Beginning of a day in UTC. */
export function startOfDay(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}

/** Beginning of the day after. */
export function endOfDay(text: string): Date {
  return new Date(startOfDay(text).getTime() + DAY_MS);
}
