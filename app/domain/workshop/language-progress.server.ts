import type { RevisionState } from "../content/content-outcome";
import { type CampaignTexts, localesOf, newestIn, publishedIn, sourceToTranslate } from "./campaign-texts.server";
import { textKinds } from "./text-shape";

/** How far a campaign is in one language. */
export interface LanguageProgress {
  locale: string;
  isSource: boolean;
  /** How many of its texts readers see. */
  published: number;
  /** How many it has. */
  written: number;
  of: number;
  /** Where the less finished of its newest texts is; null where one is missing. */
  state: RevisionState | null;
  /** What it was translated from has changed since. */
  isBehind: boolean;
}

const order: readonly RevisionState[] = ["draft", "in_review", "approved", "published"];

/** The languages in which something is written, the source's first. */
export function languageProgress(texts: CampaignTexts): LanguageProgress[] {
  const { sourceLocale } = texts.petition.item;
  return localesOf(texts).map((locale) => {
    const newest = textKinds.map((kind) => newestIn(texts[kind], locale));
    const isSource = locale === sourceLocale;
    const states = newest.flatMap((one) => one?.state ?? []);
    return {
      locale,
      isSource,
      published: textKinds.filter((kind) => publishedIn(texts[kind], locale) !== null).length,
      written: states.length,
      of: textKinds.length,
      state: states.length < textKinds.length ? null : (order.find((state) => states.includes(state)) ?? null),
      isBehind:
        !isSource &&
        textKinds.some((kind, at) => {
          const source = sourceToTranslate(texts[kind]);
          const translated = newest[at];
          return source !== null && translated != null && (translated.sourceNumber ?? 0) < source.number;
        }),
    };
  });
}
