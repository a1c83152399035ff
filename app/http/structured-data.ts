import { wholeAddress } from "./alternates";

/** Who runs the site, for search engines (schema.org). */
export function organizationData(origin: string) {
  return {
    "@context": "https://schema.org",
    "@type": "Organization",
    name: "Privacy for All",
    url: `${origin}/`,
    logo: `${origin}/favicon.svg`,
  };
}

interface Question {
  question: string;
  answer: string;
}

/** Questions and answers that stand on the page. */
export function faqData(locale: string, questions: readonly Question[]) {
  return {
    "@context": "https://schema.org",
    "@type": "FAQPage",
    inLanguage: locale,
    mainEntity: questions.map(({ question, answer }) => ({
      "@type": "Question",
      name: question,
      acceptedAnswer: { "@type": "Answer", text: answer },
    })),
  };
}

interface ArticleFacts {
  type: string;
  publishedAt: Date;
  updatedAt: Date | null;
  authors: readonly { name: string }[];
  license: string | null;
  facts: { eventAt?: string | undefined };
  text: { title: string; dek: string; locale: string; words: { place?: string | undefined } };
}

/** An article, or the event that it announces. */
export function articleData(origin: string, path: string, update: ArticleFacts) {
  const { text } = update;
  const same = {
    "@context": "https://schema.org",
    name: text.title,
    description: text.dek,
    inLanguage: text.locale,
    url: wholeAddress(origin, path),
  };
  if (update.type === "event" && update.facts.eventAt) {
    return {
      ...same,
      "@type": "Event",
      startDate: update.facts.eventAt,
      ...(text.words.place && { location: { "@type": "Place", name: text.words.place } }),
      organizer: { "@type": "Organization", name: "Privacy for All", url: `${origin}/` },
    };
  }
  return {
    ...same,
    "@type": update.type === "news" ? "NewsArticle" : "Article",
    headline: text.title,
    datePublished: update.publishedAt.toISOString(),
    dateModified: (update.updatedAt ?? update.publishedAt).toISOString(),
    author: update.authors.map(({ name }) => ({ "@type": "Person", name })),
    publisher: { "@type": "Organization", name: "Privacy for All", url: `${origin}/` },
    ...(update.license && { license: `https://spdx.org/licenses/${update.license}.html` }),
  };
}

/** The way from the start page to this one. */
export function breadcrumbData(origin: string, steps: readonly { name: string; path: string }[]) {
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: wholeAddress(origin, path),
    })),
  };
}
