import { z } from "zod";

/** A street address on one line: used once to find its district, and kept nowhere. */
export const addressForm = z.object({
  address: z
    .string()
    .transform((text) => text.replace(/[\s\p{Cc}]+/gu, " ").trim())
    .pipe(z.string().min(6).max(200)),
});

/** What a service that knows addresses answers for one Congress. */
export type AddressAnswer =
  /** `zip`: five digits, where the service tells them. */
  | { result: "found"; state: string; district: number; zip: string | null }
  | { result: "noMatch" }
  /** It may be in one of several districts. */
  | { result: "severalMatches" }
  /** The service answers with the lines of another Congress, which must not be used. */
  | { result: "otherCongress" }
  /** It did not answer, or not in words that we know. */
  | { result: "away" };

/** Finds the district of an address by asking a service outside. Never throws. */
export interface Geocoder {
  /** The name under which people know the service: its host. */
  name: string;
  find(address: string, congress: number): Promise<AddressAnswer>;
}
