import { localeChain } from "~/i18n/locale-chain";

/** The address for a reader of `locale` among an item's current slugs by locale. */
export function pickSlug(slugs: ReadonlyMap<string, string> | undefined, locale: string): string | undefined {
  for (const tag of localeChain(locale)) {
    const slug = slugs?.get(tag);
    if (slug !== undefined) return slug;
  }
  return slugs?.values().next().value;
}
