import type { NextStep } from "~/domain/signatures/next-step";

/** The page that a confirmed signer is led to; `confirmed` lets it say thank you. */
export function nextPage(locale: string, campaignSlug: string, next: NextStep): string {
  const base = `/${locale}/campaigns/${campaignSlug}`;
  const query = new URLSearchParams();
  if (next.to === "takeAction") query.set("country", next.country);
  else if ("zip" in next) query.set("zip", next.zip);
  else if ("district" in next) query.set("district", next.district);
  query.set("confirmed", "1");
  return `${base}/${next.to === "takeAction" ? "take-action" : "lawmakers"}?${query}`;
}
