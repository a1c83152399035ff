import { createElement, type ReactElement } from "react";
import { describe, expect, test, vi } from "vitest";
import { Article } from "~/components/article";
import { CampaignList } from "~/components/campaign-list";
import { CampaignPage } from "~/components/campaign-page";
import { CheckInbox } from "~/components/check-inbox";
import { Landing } from "~/components/landing";
import { PrinciplePage } from "~/components/principle-page";
import type { Locale } from "~/i18n/locales";
import { wordsIn } from "../journeys/words";
import { htmlOf } from "../support/html-of";

// A person has read the words of the site in Swahili; in French nobody has.
vi.mock("~locales/status.json", () => ({
  default: {
    en: { status: "source" },
    sw: { status: "reviewed", reviewedBy: "Neema", reviewedOn: "2026-11-20" },
    fr: { status: "machine-drafted" },
  },
}));

interface Text {
  locale: string;
  dir: "ltr";
  status: string;
  isStale: boolean;
}

const petition = { title: "Mikopo", summary: "Mikopo bila kupekua", addressedTo: "Watoa huduma" };
const card = { id: "1", slug: "loans", partner: null, ...petition };
const reviewed = { dir: "ltr", status: "reviewed", isStale: false } as const;

/** Each page of which a part is in a text's state. */
const pages: Record<string, (text: Text) => ReactElement> = {
  "the list of campaigns": (text) =>
    createElement(CampaignList, {
      campaigns: [
        { ...card, ...reviewed, locale: "en" },
        { ...card, id: "2", ...text },
      ],
    }),
  "the petition": (text) => petitionPage({ ...reviewed, locale: text.locale }, text),
  "what people agree to": (text) => petitionPage(text, { ...reviewed, locale: text.locale }),
  "the page after signing": (text) =>
    createElement(CheckInbox, {
      campaign: { slug: "loans", petitionContent: { ...petition, ...text } },
      validDays: 7,
      wasResent: false,
      isMailLate: false,
      wordings: [],
      values: null,
      errors: null,
    }),
  "the words about partners": (text) => landing(text, { ...reviewed, locale: text.locale }),
  "the news on the start page": (text) => landing({ ...reviewed, locale: text.locale }, text),
  "the news on a principle": (text) => principlePage(text),
  "what partners ask at the end of an article": (text) => article(text),
};

describe.each(Object.entries(pages))("%s", (_, show) => {
  const noteIn = (locale: Locale, text: Partial<Text>) => {
    const html = htmlOf(locale, show({ locale, dir: "ltr", status: "machine_draft", isStale: false, ...text }));
    return html.includes(wordsIn(locale)("site:machineDraft"));
  };

  test("says on a page that a person has read which words a machine drafted", () => {
    expect(noteIn("sw", {})).toBe(true);
    expect(noteIn("sw", { status: "reviewed" })).toBe(false);
    expect(noteIn("en", {})).toBe(true);
  });

  test("does not say it again where the whole page is a machine's, nor of another language's text", () => {
    expect(noteIn("fr", {})).toBe(false);
    expect(noteIn("sw", { locale: "en" })).toBe(false);
  });
});

function petitionPage(wording: Text, text: Text) {
  return createElement(CampaignPage, {
    campaign: {
      ...{ slug: "loans", goal: 100, isSample: false, partner: null, picture: null, timeZone: "UTC" },
      branding: { shortName: null, colour: null, logo: null },
      petition: { opensAt: new Date("2026-11-01"), closesAt: null },
      petitionContent: { ...petition, statement: [], demands: [], ...text },
    },
    isOpen: true,
    isBeforeOpening: false,
    source: null,
    endorsements: { total: 0, entries: [] },
    signing: "open",
    partners: [],
    wordings: [{ purpose: "petition", text: "Nakubali", ...wording }],
    count: 12,
    week: null,
    countries: [],
    unconfirmedDays: 14,
    gpc: false,
    antiBot: { stamp: "", challengeUrl: null },
    values: null,
    errors: null,
  });
}

const loans = { ...{ slug: "loans", title: "Mikopo", summary: "", body: "", cta: "", website: "https://mto.example" } };

function principlePage(update: Text) {
  const names = { slug: "data-rights", address: "data-rights", position: 6, title: "", short: "", long: "" };
  return createElement(PrinciplePage, {
    ...{ count: 10, previous: null, next: null, law: null, actions: [], campaignSlug: "loans", countries: [] },
    principle: { ...names, ...reviewed, locale: update.locale },
    updates: [
      {
        ...{ slug: "news", type: "news", isSample: false, publishedAt: new Date("2026-11-23"), title: "", dek: "" },
        ...update,
      },
    ],
  });
}

function article(action: Text) {
  const own = { dir: "ltr", locale: action.locale } as const;
  return createElement(Article, {
    principles: [],
    campaign: { slug: "loans", address: "loans", title: "Mikopo", ...own },
    actions: [
      {
        ...{ ...loans, kind: "petition", partnerName: "Mto", partnerIsSample: true, campaignSlug: "loans" },
        ...{ ...action, status: action.status === "reviewed" ? "reviewed" : "machine_draft" },
        ...{ principles: ["data-rights"], countries: ["KE"] },
      },
    ],
    update: {
      ...{
        type: "news",
        isSample: false,
        publishedAt: new Date("2026-11-23"),
        updatedAt: null,
        factsAsOf: null,
        partner: null,
        isExpired: false,
      },
      ...{ countries: [], authors: [], sources: [], aiAssistance: { used: false }, license: null, facts: {} },
      source: own,
      text: {
        ...{ title: "", dek: "", html: "", corrections: [], words: {}, picture: null },
        ...{ ...own, status: "reviewed", isStale: false },
      },
    },
  });
}

function landing(partner: Text, update: Text) {
  const titled = { title: "", body: "" };
  return createElement(Landing, {
    campaign: {
      ...{ slug: "loans", goal: 100 },
      content: {
        ...{ ...reviewed, locale: "en" },
        landing: {
          hero: { headline: "", subheadline: "", primaryCta: "", secondaryCta: "" },
          intro: [],
          whyAi: { title: "", paragraphs: [] },
          globalMajority: titled,
          ask: { title: "", intro: "", items: [] },
          routing: { us: { ...titled, cta: "" }, elsewhere: { ...titled, cta: "" } },
          principlesIntro: titled,
          privacyPromise: { title: "", items: [] },
          faq: [],
        },
      },
    },
    principles: [],
    updates: [
      {
        ...{ slug: "news", type: "news", isSample: false, publishedAt: new Date("2026-11-23"), title: "", dek: "" },
        ...update,
      },
    ],
    partners: [{ slug: "mto", name: "Mto", country: "KE", isSample: true, description: { text: "Mto", ...partner } }],
    count: 12,
  });
}
