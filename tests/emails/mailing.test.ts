import { describe, expect, test } from "vitest";
import { renderMarkdown } from "~/domain/content/render-markdown.server";
import { isOverComplaintLimit } from "~/domain/mailings/complaint-rule";
import { pickText } from "~/domain/mailings/pick-text";
import { locales } from "~/i18n/locales";
import { type MailingProps, mailingMail, writeMailing } from "~emails/mailing";
import { wordsIn } from "./mails";

const stopUrl = "https://privacy.example/en/unsubscribe/Qm8Ks3Vf0Hd7aZk3vT0q9uH2bWcR7nYd5LxE8aJ1mPfG";

function mailing(locale: (typeof locales)[number], body: string): MailingProps {
  return {
    t: wordsIn(locale),
    locale,
    site: { name: "Privacy for All", origin: "https://privacy.example" },
    sender: { name: "Mto <Data> & Rights", website: "https://mto.example" },
    postalAddress: "P.O. Box 1, Nairobi",
    subject: "What became of it",
    bodyHtml: renderMarkdown(body),
    petition: { title: "Privacy for everyone", locale: "en" },
    stopUrl,
  };
}

describe.each(locales)("a mailing in %s", (locale) => {
  test("says why it came, from whom, and how to stop it", async () => {
    const { html, text } = await mailingMail(mailing(locale, "One.\n\nTwo."));
    expect(html).toMatch(new RegExp(`<html[^>]* lang="${locale}"`));
    expect(text.split("\n")).toContain(stopUrl);
    for (const said of ["Mto <Data> & Rights", "https://mto.example", "P.O. Box 1, Nairobi", "Privacy for everyone"]) {
      expect(text).toContain(said);
    }
    expect(html + text).not.toMatch(/\{\{|mailing\.\w|undefined/);
    expect(Buffer.byteLength(html)).toBeLessThan(60_000);
  });

  test("is the same when it is written from what is kept ready", async () => {
    const props = mailing(locale, "## Next\n\n- [Read](/en/updates) it");
    expect(await writeMailing(props)).toEqual(await mailingMail(props));
  });
});

test("loads nothing, changes no link, and runs nothing, whatever its words hold", async () => {
  const body = [
    "![spy](https://evil.example/pixel.png)",
    '<script>alert("x")</script><img src="https://evil.example/p.gif">',
    "[run](javascript:alert(1)) [ours](/en/updates) [theirs](https://mto.example/?a=1&b=2#c)",
    "| a | b |\n|---|---|\n| 1 | 2 |",
  ].join("\n\n");
  const { html, text } = await mailingMail(mailing("en", body));
  const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
  expect(tags.filter((tag) => /^<(img|script|iframe|link|form)\b|\s(src|srcset|background|on\w+)=/i.test(tag))).toEqual(
    [],
  );
  expect(tags.join()).not.toMatch(/javascript:|url\(/i);
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(links).toContain("https://mto.example/?a=1&amp;b=2#c");
  expect(links).toContain("https://privacy.example/en/updates");
  expect(links.every((href) => href?.startsWith("https://"))).toBe(true);
  expect(text).toContain("https://mto.example/?a=1&b=2#c");
});

test("a reader gets their own language, its kin, or the mailing's", () => {
  const texts = [{ locale: "en" }, { locale: "sw" }, { locale: "pt-BR" }];
  for (const [reader, got] of Object.entries({ sw: "sw", "pt-PT": "pt-BR", "en-KE": "en", hi: "sw", ar: "sw" })) {
    expect(pickText(texts, reader, "sw")?.locale, reader).toBe(got);
  }
});

test.each([
  ["one complaint, of three mails", { sent: 3, complained: 1 }, false],
  ["one complaint, of three hundred", { sent: 300, complained: 1 }, false],
  ["two of a few", { sent: 20, complained: 2 }, true],
  ["two of 667, which is 0.2999 %", { sent: 667, complained: 2 }, false],
  ["two of 666, which is 0.3003 %", { sent: 666, complained: 2 }, true],
  ["three of a thousand, which is just 0.3 %", { sent: 1_000, complained: 3 }, false],
  ["four of a thousand", { sent: 1_000, complained: 4 }, true],
  ["three of a thousand of which some bounced", { sent: 1_000, bounced: 10, complained: 3 }, true],
  ["what the host has excused", { sent: 700, complained: 4, excusedComplaints: 3, excusedDelivered: 600 }, false],
  ["two more after that", { sent: 700, complained: 5, excusedComplaints: 3, excusedDelivered: 600 }, true],
])("%s: %j stops it: %s", (_what, counts, stops) => {
  const none = { sent: 0, bounced: 0, complained: 0, excusedComplaints: 0, excusedDelivered: 0 };
  expect(isOverComplaintLimit({ ...none, ...counts })).toBe(stops);
});
