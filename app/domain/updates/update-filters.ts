import { z } from "zod";
import { isCountryCode } from "~/domain/regions/country-codes";
import { updateTypes } from "~db/schema/updates";

/** What a reader narrows the list of articles to, as it stands in the address. */
export interface UpdateFilters {
  type: (typeof updateTypes)[number] | null;
  /** A principle's slug. */
  principle: string | null;
  /** A country's code or an M49 region's. */
  region: string | null;
  /** From 1. */
  page: number;
}

const type = z.enum(updateTypes).nullable().catch(null);
const principle = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .nullable()
  .catch(null);
const region = z
  .string()
  .toUpperCase()
  .refine((code) => isCountryCode(code) || /^\d{3}$/.test(code))
  .nullable()
  .catch(null);
const page = z.coerce.number().int().min(1).max(10_000).catch(1);

/** What cannot be read narrows nothing. */
export function readUpdateFilters(query: URLSearchParams): UpdateFilters {
  return {
    type: type.parse(query.get("type")),
    principle: principle.parse(query.get("principle")),
    region: region.parse(query.get("region")),
    page: page.parse(query.get("page") ?? 1),
  };
}

/** The query of a page of the list, `?` in front; empty for the first page of everything. */
export function updateQuery({ page: number, ...filters }: UpdateFilters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value !== null) query.set(name, value);
  if (number > 1) query.set("page", String(number));
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
