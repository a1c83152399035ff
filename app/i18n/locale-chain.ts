/** Where the nearest language is not the tag without its last part. */
const parents: Record<string, string> = {
  "pt-PT": "pt-BR",
  pt: "pt-BR",
  "pt-BR": "en",
  "zh-HK": "zh-Hant",
  "zh-MO": "zh-Hant",
  "zh-TW": "zh-Hant",
  "zh-Hant": "en",
};

/**
 * The locales in which a reader of `locale` is offered a text, best first, down to English:
 * ar-EG, ar, en. Each appears once.
 */
export function localeChain(locale: string): string[] {
  const chain = [locale];
  for (let last = locale; last !== "en"; ) {
    last = parents[last] ?? withoutLastPart(last) ?? "en";
    chain.push(last);
  }
  return chain;
}

function withoutLastPart(tag: string): string | null {
  const end = tag.lastIndexOf("-");
  return end > 0 ? tag.slice(0, end) : null;
}
