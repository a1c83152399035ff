import { describe, expect, test } from "vitest";
import { isMachineDraft } from "~/i18n/interface-status";
import { textDirection } from "~/i18n/text-direction";
import { ada, editions, wordsIn } from "./mails";

const hostile = [
  `<script>alert("x")</script>`,
  `<img src=//evil.example/a.png> "double" 'single' &amp; </p>`,
  "\u202Egnp.evil\u202C \u2066over\u2069\u2069 ride",
  "Eve\r\nBcc: everyone@example.org",
  "{{count}} $t(confirmSignature.subject)",
  "👩‍👩‍👧 🏳️‍🌈 Zoë",
  "ن".repeat(120),
];

describe.each(editions)("$message in $locale", ({ locale, url, make }) => {
  const direction = textDirection(locale);

  test("names its language and direction where every mail program can see them", async () => {
    const { html } = await make(locale, ada);
    expect(html).toMatch(new RegExp(`<html[^>]* dir="${direction}"[^>]* lang="${locale}"`));
    expect(html).toMatch(new RegExp(`<body[^>]* lang="${locale}"[^>]* dir="${direction}"`));
    expect(html).toMatch(new RegExp(`<table[^>]* lang="${locale}"[^>]* dir="${direction}"`));
    expect(html).toContain(`text-align:${direction === "rtl" ? "right" : "left"}`);
  });

  test("is whole: words in place of keys, nothing left to fill in", async () => {
    const { subject, html, text } = await make(locale, { ...ada, updates: true, partners: ["Khususiya"] });
    for (const written of [subject, html, text]) {
      expect(written).not.toMatch(
        /\{\{|confirmSignature|alreadySigned|mailboxFull|confirmDelivery|askAnswers|confirmEndorsement|endorsementLink|endorsementDecision|reminder\.\w|stop\.\w|undefined|\[object/,
      );
    }
    expect(subject.length).toBeGreaterThan(5);
    expect(subject).not.toMatch(/[\r\n]/);
  });

  test("has no NUL in it, however its letters meet the ends of the renderer's buffer", async () => {
    const names = Array.from({ length: 48 }, (_, at) => "n".repeat(at % 4) + "李".repeat(at));
    for (const name of names) {
      const petition = { title: `${name} 强有力的隐私权`, locale: "zh" };
      const { html, text } = await make(locale, { ...ada, name: `A${name}`, petition });
      expect(html + text).not.toContain("\0");
    }
  });

  test("says so where a machine translated it and nobody has reviewed that yet", async () => {
    const { html, text } = await make(locale, ada);
    const note = wordsIn(locale)("machineTranslation");
    for (const written of [html, text]) expect(written.includes(note)).toBe(isMachineDraft(locale));
  });

  test("shows its link in both forms", async () => {
    const { html, text } = await make(locale, ada);
    expect(html).toContain(`href="${url.replaceAll("&", "&amp;")}"`);
    expect(text.split("\n")).toContain(url);
  });

  test("loads nothing from elsewhere, so that reading it tells nobody", async () => {
    const { html } = await make(locale, ada);
    expect(html).not.toMatch(/\ssrc=|url\(|<img|<link|@import|@font-face|background=/i);
    const linked = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => new URL(href ?? "").host);
    expect(new Set(linked)).toEqual(new Set(["privacy.example"]));
  });

  test("is small enough to arrive uncut", async () => {
    const long = "ش".repeat(120);
    const story = { ...ada, name: long, petition: { title: long, locale: "ar" }, partners: Array(10).fill(long) };
    const { html } = await make(locale, story);
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
  });

  test.each(hostile)("shows hostile names and titles as text only: %j", async (words) => {
    const calm = await make(locale, { ...ada, partners: ["Khususiya"] });
    const mail = await make(locale, {
      ...ada,
      name: words,
      petition: { title: words, locale: "en" },
      partners: [words],
    });
    expect(mail.subject).toBe(calm.subject);
    expect(tagsOf(mail.html)).toEqual(tagsOf(calm.html));
    for (const written of [mail.html, mail.text]) {
      expect(written).not.toMatch(/[\u202A-\u202E\u2066\u2067]/);
      expect(written).not.toMatch(/^Bcc:/m);
    }
    const isolated = words.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, " ").trim();
    expect(mail.text).toContain(`\u2068${isolated.replace(/ +/g, " ")}\u2069`);
  });

  test("keeps the direction of inserted words to themselves", async () => {
    const mail = await make(locale, { ...ada, petition: { title: "حقوق خصوصية قوية", locale: "ar" } });
    expect(mail.html).toContain(`<bdi lang="ar" dir="rtl">حقوق خصوصية قوية</bdi>`);
    expect(mail.text).toContain("\u2068حقوق خصوصية قوية\u2069");
    expect(mail.html).not.toMatch(/[\u2068\u2069]/);
    expect(mail.text.split("\u2068")).toHaveLength(mail.text.split("\u2069").length);
  });
});

const withWayOut = editions.flatMap(({ stop, ...edition }) => (stop ? [{ ...edition, stop }] : []));

test.each(withWayOut)(
  "$message tells in $locale how to stop further mail, and that a signature stays",
  async ({ locale, stop, make }) => {
    const { html, text } = await make(locale, ada);
    expect(html).toContain(`href="${stop}"`);
    expect(text.split("\n")).toContain(stop);
    // French has narrow spaces, and a line may end at any.
    const [said, words] = [text, wordsIn(locale)("stop.signature")].map((one) => one.replaceAll(/\s+/g, " "));
    expect(said).toContain(words);
  },
);

/** What a mail program builds from the HTML, without its text. */
function tagsOf(html: string): string[] {
  return [...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([tag]) => tag.toLowerCase());
}
