import { createHash } from "node:crypto";
import { z } from "zod";
import type { lawmaker } from "./facts";

/** The files of a snapshot beside `meta.json`. Text, one record a line, so that a change shows as a short difference. */
export const snapshotParts = [
  "lawmakers.jsonl",
  "districts.csv",
  "zip-districts.csv",
  "zip-prefixes.csv",
  "zip-places.csv",
  "shapes-lite.csv",
  "shapes-full.csv",
] as const;
export type SnapshotPart = (typeof snapshotParts)[number];

export const snapshotMeta = z.object({
  format: z.literal(1),
  congress: z.int(),
  valid_from: z.iso.datetime(),
  valid_until: z.iso.datetime(),
  as_of: z.string(),
  source: z.string(),
  licence: z.string(),
  attribution: z.string(),
  counts: z.object({
    senators: z.int(),
    house_members: z.int(),
    districts: z.int(),
    vacant_seats: z.int(),
    zips: z.int(),
    zip_shares: z.int(),
    zip_prefixes: z.int(),
    zip_places: z.int(),
    shapes: z.int(),
  }),
  sha256: z.record(z.enum(snapshotParts), z.string()),
});
export type SnapshotMeta = z.infer<typeof snapshotMeta>;

/** Kinds of ZIP codes by one letter. */
export const zipKindLetters = { zcta: "a", point: "p", military: "m" } as const;

/** Empty fields of a lawmaker are left out of its line; these stand for them. */
export const emptyLawmaker = {
  district: null,
  senateClass: null,
  phone: null,
  address: null,
  website: null,
  contactForm: null,
  contactFormAsOf: null,
  cwcOfficeCode: null,
  contactFormFacts: null,
  localOffices: [],
  committees: [],
} satisfies Partial<z.infer<typeof lawmaker>>;

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
