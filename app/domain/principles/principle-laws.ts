/**
 * Where two laws speak of each principle: the articles of the General Data Protection Regulation (EU) 2016/679, which
 * the EEA shares and the United Kingdom keeps under the same numbers, and the sections of the California Civil Code,
 * title 1.81.5 and the Delete Act. Empty where neither says exactly this.
 */
export const principleLaws: Readonly<Record<string, { gdpr: readonly string[]; california: readonly string[] }>> = {
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
  "civil-rights": { gdpr: ["5", "9", "22"], california: [] },
  "no-deceptive-design": { gdpr: ["4(11)", "7"], california: ["1798.140(h)", "1798.140(l)"] },
  "browser-opt-out-signals": { gdpr: ["7", "21(5)"], california: ["1798.135"] },
};

/** The month in which the list above and the laws of the countries were last checked, as YYYY-MM. */
export const LAWS_AS_OF = "2026-11";

/** In which of the two somebody lives. */
export function lawSystemOf(country: { iso2: string; groups: readonly string[] }): "gdpr" | "california" | null {
  if (country.iso2 === "US") return "california";
  return country.groups.includes("EEA") || country.iso2 === "GB" ? "gdpr" : null;
}
