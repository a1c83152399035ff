import { wholeAddress } from "./alternates";
import { xmlText } from "./xml-text";

interface Feed {
  origin: string;
  locale: string;
  title: string;
  description: string;
  /** Newest first. */
  updates: readonly { key: string; slug: string; title: string; dek: string; publishedAt: Date; locale: string }[];
}

/**
 * RSS 2.0 with each item's own language (Dublin Core), because one that is not translated yet is in English. An item is
 * known by its key: nobody gets it twice when its address changes.
 */
export function rssXml({ origin, locale, title, description, updates }: Feed): string {
  const self = `${origin}/${locale}/updates.rss`;
  const items = updates.map((update) => {
    const link = xmlText(wholeAddress(origin, `/${locale}/updates/${update.slug}`));
    return [
      `<item><title>${xmlText(update.title)}</title>`,
      `<link>${link}</link><guid isPermaLink="false">${xmlText(update.key)}</guid>`,
      `<pubDate>${update.publishedAt.toUTCString()}</pubDate>`,
      `<description>${xmlText(update.dek)}</description>`,
      `<dc:language>${xmlText(update.locale)}</dc:language></item>`,
    ].join("");
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>',
    `<title>${xmlText(title)}</title><link>${xmlText(`${origin}/${locale}/updates`)}</link>`,
    `<description>${xmlText(description)}</description><language>${locale}</language>`,
    `<atom:link href="${xmlText(self)}" rel="self" type="application/rss+xml"/>`,
    ...items,
    "</channel></rss>\n",
  ].join("\n");
}
