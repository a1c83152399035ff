import type { PublicPage } from "~/domain/content/list-public-pages.server";
import { defaultLocale } from "~/i18n/locales";
import { type Alternate, inEveryLocale, inItsLocales, wholeAddress } from "./alternates";
import { xmlText } from "./xml-text";

/** Pages whose words are the product's own. */
const ownPages = ["", "/campaigns", "/principles", "/updates", "/privacy"];
/** Pages of each campaign, in each of its languages. */
const belowCampaign = ["/take-action", "/lawmakers", "/where"];
const folders = { campaign: "campaigns", principle: "principles", update: "updates" } as const;

/** What one sitemap may hold (sitemaps.org). */
const MOST_ADDRESSES = 50_000;

/** All public pages with their other languages (sitemaps.org 0.9; alternates as Google's documentation says). */
export function sitemapXml(origin: string, pages: readonly PublicPage[]): string {
  const groups: { alternates: Alternate[]; changedAt: Date | null }[] = [
    ...ownPages.map((below) => ({ alternates: inEveryLocale(below), changedAt: null })),
    ...pages.map((page) => ({ alternates: alternatesOf(page), changedAt: page.changedAt })),
    ...pages
      .filter(({ kind }) => kind === "campaign")
      .flatMap(({ key, slugs }) =>
        belowCampaign.map((below) => ({ alternates: alternatesBelow({ slug: key, slugs }, below), changedAt: null })),
      ),
  ];
  const entries = groups.flatMap(({ alternates, changedAt }) => {
    const links = alternateLinks(origin, alternates);
    const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : "";
    return alternates.map(({ path }) => `<url><loc>${address(origin, path)}</loc>${changed}${links}</url>`);
  });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' +
    `${entries.slice(0, MOST_ADDRESSES).join("\n")}\n</urlset>\n`
  );
}

/** The addresses of a published item, one for each of its languages. */
export function alternatesOf({ kind, slugs }: Pick<PublicPage, "kind" | "slugs">): Alternate[] {
  const translations = [...slugs].map(([locale, slug]) => ({ locale, slug }));
  return inItsLocales(translations, (slug) => `/${folders[kind]}/${slug}`);
}

/**
 * The addresses of a page below a campaign's, one for each language that the campaign is published in. They are made of
 * its key, which is the same in every language, whatever address the reader came by.
 */
export function alternatesBelow(
  campaign: { slug: string; slugs: ReadonlyMap<string, string> },
  below: string,
): Alternate[] {
  const translations = [...campaign.slugs.keys()].map((locale) => ({ locale }));
  return inItsLocales(translations, () => `/campaigns/${campaign.slug}${below}`);
}

function alternateLinks(origin: string, alternates: readonly Alternate[]): string {
  const neutral = alternates.find(({ locale }) => locale === defaultLocale) ?? alternates[0];
  const all = [
    ...alternates.map(({ locale, path }) => ({ tag: locale, path })),
    ...(neutral ? [{ tag: "x-default", path: neutral.path === `/${defaultLocale}` ? "/" : neutral.path }] : []),
  ];
  return all
    .map(({ tag, path }) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${address(origin, path)}"/>`)
    .join("");
}

function address(origin: string, path: string): string {
  return xmlText(wholeAddress(origin, path));
}
