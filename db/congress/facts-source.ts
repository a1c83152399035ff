const committeeSource = / Committee seats: [^.]*\./;

/**
 * Where the facts come from, as told beside them. `members` names the source of the list of members.
 * @param before what was told of facts whose committee seats are kept: they have a source and a day of their own
 */
export function describeSource(members: string, before = ""): string {
  const committees = committeeSource.exec(before)?.[0] ?? "";
  return `Members: ${members}.${committees} Contact forms: unitedstates/contact-congress. Districts and ZIP codes: U.S. Census Bureau, GeoNames.`;
}

export const factsLicence =
  "Members and contact forms: CC0 1.0. Districts and ZIP code areas: public domain. ZIP codes without an area: CC BY 4.0.";

/** Demanded by the licence of the ZIP codes that have no area (post office boxes, military mail). */
export const factsAttribution = "Contains GeoNames postal code data, CC BY 4.0";
