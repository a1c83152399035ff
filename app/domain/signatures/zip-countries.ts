/** Territories that have an ISO 3166-1 code of their own and one seat in the House. */
export const territoriesWithSeat = ["PR", "GU", "VI", "AS", "MP"] as const;

/** Whether a postal code of this country is a ZIP code of the U.S. Postal Service and leads to a seat in Congress. */
export function usesZipCodes(country: string): boolean {
  return country === "US" || territoriesWithSeat.some((territory) => territory === country);
}
