import { localeChain } from "./locale-chain";

/** A language and what narrows it down; nothing longer is a wish that we could understand. */
const tagShape = /^[a-z]{2,3}(-[a-z\d]{2,8}){0,3}$/i;

/**
 * The offered locale that a language tag stands for, in whatever case and with whatever region it comes: ES is es,
 * pt and pt-PT are pt-BR, zh-TW is zh-Hant. Null where its language is not offered.
 */
export function nearestLocale<Offered extends string>(tag: string, offered: readonly Offered[]): Offered | null {
  const wanted = tagShape.test(tag) ? canonicalTag(tag) : null;
  if (wanted === null) return null;
  for (const each of localeChain(wanted)) {
    // The chain of every language ends in English, which nobody asked for by that.
    if (each === "en" && !/^en(-|$)/.test(wanted)) return null;
    const found = offered.find((locale) => locale === each);
    if (found !== undefined) return found;
  }
  return null;
}

/** The usual spelling of a tag; an outdated one gets its newer name. */
function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
