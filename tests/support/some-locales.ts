import type { Locale } from "~/i18n/locales";

/**
 * Languages that stand for all where a story takes its time: the source, one from right to left with every plural form,
 * and one more. What every language must prove is proven page by page (`tests/pages`).
 */
export const someLocales = ["en", "es", "ar"] as const satisfies readonly Locale[];
