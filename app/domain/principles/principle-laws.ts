/** The laws whose words on each principle were checked. */
export const lawSystems = ["gdpr", "california"] as const;
export type LawSystem = (typeof lawSystems)[number];

/**
 * Where two laws speak of each principle: the articles of the General Data Protection Regulation (EU) 2016/679, which
 * the EEA shares, and the sections of the California Civil Code: the California Consumer Privacy Act (title 1.81.5), the
 * Delete Act (1.81.48) and the Unruh Civil Rights Act (51). What they say of it stands in the words of the pages, under
 * the same names. Empty where that law says nothing on exactly this.
 */
export const principleLaws: Readonly<Record<string, Readonly<Record<LawSystem, readonly string[]>>>> = {
  "transparency-and-notice": { gdpr: ["5(1)(a)", "12", "13", "14"], california: ["1798.100", "1798.130"] },
  "ai-transparency": { gdpr: ["13(2)(f)", "22"], california: [] },
  "data-minimization": { gdpr: ["5(1)(c)", "25"], california: ["1798.100(c)"] },
  "limits-on-third-party-sharing": { gdpr: ["6", "7", "26", "44"], california: ["1798.115", "1798.120"] },
  "protect-sensitive-data": { gdpr: ["9", "32"], california: ["1798.121"] },
  "data-rights": {
    gdpr: ["15", "16", "17", "18", "20"],
    california: ["1798.105", "1798.106", "1798.110", "1798.130"],
  },
  "data-broker-reform": { gdpr: ["12", "17", "80"], california: ["1798.99.80", "1798.99.86"] },
  "civil-rights": { gdpr: ["5", "9", "22"], california: ["51"] },
  "no-deceptive-design": { gdpr: ["4(11)", "7"], california: ["1798.140(h)", "1798.140(l)"] },
  "browser-opt-out-signals": { gdpr: ["7", "21(5)"], california: ["1798.135"] },
};

/** The month in which the list above, and what pages say of each law, were last checked, as YYYY-MM. */
export const LAWS_AS_OF = "2026-11";

/** The United Kingdom changed what stood in articles 22 and 44 (Data (Use and Access) Act 2025); nobody has checked how. */
const changedInTheUk = ["22", "44"];

/** Which of the two says something of a principle where somebody lives; null where neither does, or none was checked. */
export function lawSystemOf(
  place: { iso2: string; groups: readonly string[]; state: string | null },
  principle: string,
): LawSystem | null {
  const laws = principleLaws[principle];
  if (laws === undefined) return null;
  if (place.iso2 === "US") return place.state === "CA" && laws.california.length > 0 ? "california" : null;
  if (place.groups.includes("EEA")) return "gdpr";
  return place.iso2 === "GB" && !laws.gdpr.some((article) => changedInTheUk.includes(article)) ? "gdpr" : null;
}
