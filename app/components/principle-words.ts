import type words from "~locales/en/principles.json";

type Kept = keyof typeof words.keeps;

const kept: Record<Kept, true> = {
  "ai-transparency": true,
  "browser-opt-out-signals": true,
  "civil-rights": true,
  "data-broker-reform": true,
  "data-minimization": true,
  "data-rights": true,
  "limits-on-third-party-sharing": true,
  "no-deceptive-design": true,
  "protect-sensitive-data": true,
  "transparency-and-notice": true,
};

/** Whether the words of the product say how it keeps a principle; staff may have added one that they do not know. */
export function isKeptPrinciple(slug: string): slug is Kept {
  return Object.hasOwn(kept, slug);
}
