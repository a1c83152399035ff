import { useLocation, useMatches } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type Alternate, inEveryLocale, wholeAddress } from "~/http/alternates";
import { ownQuery } from "~/http/own-query";
import { defaultLocale, isLocale } from "~/i18n/locales";
import { socialLocale } from "~/i18n/social-locale";
import { useSite } from "./site-context";
import { useLocale } from "./use-locale";

/** What a page's loader tells of the page, of which this needs a part. */
const pageFacts = z.object({
  title: z.string(),
  description: z.string().optional(),
  isPrivate: z.boolean().optional(),
  alternates: z.array(z.object({ locale: z.string(), path: z.string() })).optional(),
  /** Path of the picture that stands for the page where it is shared. */
  socialImage: z.string().optional(),
  /** JSON-LD (schema.org). */
  structured: z.array(z.record(z.string(), z.unknown())).optional(),
  isArticle: z.boolean().optional(),
});

/**
 * Tells search engines and those who share a page what it is: its one address, its other languages, its picture.
 * Nothing for a page that is one person's, or an error.
 */
export function PageLinks() {
  const { t } = useTranslation("updates");
  const { origin } = useSite();
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const facts = pageFacts.safeParse(useMatches().at(-1)?.data);
  if (!facts.success || facts.data.isPrivate || !isLocale(pathname.split("/")[1])) return null;

  const { title, description, socialImage, structured, isArticle } = facts.data;
  const alternates = facts.data.alternates ?? inEveryLocale(pathname.replace(/^\/[^/]+/, ""));
  const shown = alternates.find((one) => one.locale === locale) ?? alternates.find(isDefault) ?? alternates[0];
  const query = ownQuery(search);
  const address = (path: string) => wholeAddress(origin, `${path}${query}`);
  const canonical = address(shown?.path ?? pathname);
  return (
    <>
      <link rel="canonical" href={canonical} />
      {alternates.map((one) => (
        <link key={one.locale} rel="alternate" hrefLang={one.locale} href={address(one.path)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={address(neutralPath(alternates, pathname))} />
      <link rel="alternate" type="application/rss+xml" title={t("rss")} href={`/${locale}/updates.rss`} />
      <meta property="og:site_name" content="Privacy for All" />
      <meta property="og:type" content={isArticle ? "article" : "website"} />
      <meta property="og:url" content={canonical} />
      <meta property="og:title" content={title.replace(/ · Privacy for All$/, "")} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:locale" content={socialLocale(shown?.locale ?? locale)} />
      {alternates
        .filter((one) => one !== shown)
        .map((one) => (
          <meta key={one.locale} property="og:locale:alternate" content={socialLocale(one.locale)} />
        ))}
      {socialImage && (
        <>
          <meta property="og:image" content={wholeAddress(origin, socialImage)} />
          <meta property="og:image:width" content="1200" />
          <meta property="og:image:height" content="630" />
          <meta property="og:image:alt" content={title} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
      {structured?.map((thing) => (
        <script
          key={String(thing["@type"])}
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: JSON.stringify(thing).replaceAll("<", "\\u003c") }}
        />
      ))}
    </>
  );
}

function isDefault({ locale }: Alternate): boolean {
  return locale === defaultLocale;
}

/** Where somebody goes whose language is none of ours: the start page asks the browser, other pages are in English. */
function neutralPath(alternates: readonly Alternate[], pathname: string): string {
  if (pathname.split("/").length === 2) return "/";
  return (alternates.find(isDefault) ?? alternates[0])?.path ?? pathname;
}
