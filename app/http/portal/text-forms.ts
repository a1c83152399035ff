import { z } from "zod";
import type { Version } from "~/domain/content/save-draft.server";

/** A version as a form names it: `3 9f86d0…`. @returns null where the writer began from nothing */
export function readVersion(value: FormDataEntryValue | null): Version | null {
  const [, number, sha256] = /^(\d{1,9}) ([0-9a-f]{64})$/.exec(String(value ?? "")) ?? [];
  return number === undefined || sha256 === undefined ? null : { number: Number(number), sha256 };
}

/** The number of a version; null for what is none. */
export function readNumber(value: FormDataEntryValue | null): number | null {
  return /^\d{1,9}$/.test(String(value ?? "")) ? Number(value) : null;
}

/** Whoever wrote a text must learn what is to be done. */
export const sendBackForm = z.object({
  reason: z.string().trim().min(1, "noteMissing").max(1_000, "tooLong"),
});
