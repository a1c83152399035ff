import fc from "fast-check";
import { expect, test } from "vitest";
import { locales } from "~/i18n/locales";
import { writeConfirmation } from "~/jobs/confirmation-mail.server";
import { confirmSignatureMail } from "~emails/confirm-signature";
import { createMailTemplates } from "~emails/parts/mail-templates";
import { code, wordsIn } from "./mails";

const hostile = [
  "Ada Lovelace",
  `<script>alert("x")</script>`,
  `<img src=//evil.example/a.png> "double" 'single' &amp; </p>`,
  "$& $1 $` $' $$ {{count}} $t(confirmSignature.subject)",
  "\u202Egnp.evil\u202C \u2066over\u2069\u2069 ride",
  "Eve\r\nBcc: everyone@example.org",
  "\uE0F0\uE100\uE0F1 \uE0F0\uE103\uE0F1",
  "👩‍👩‍👧 🏳️‍🌈 Zoë",
  "ن".repeat(120),
  "two  spaces",
  " at the ends ",
  "no\u00A0break \u200B zero \uFEFF width",
  "lone \uD800 half",
  "nul \0 nul",
  "-",
];

const frames = locales.flatMap((locale) =>
  [true, false].flatMap((byCodeOnly) =>
    [[], ["Khususiya", "Derechos & <Red>"]].map((partners) => ({ locale, byCodeOnly, partners })),
  ),
);

function propsOf({ locale, byCodeOnly, partners }: (typeof frames)[number], name: string, token = "Zk3vT0q9") {
  const origin = "https://privacy.example";
  return {
    t: wordsIn(locale),
    locale,
    site: { name: "Privacy for All", origin },
    name,
    petition: { title: "حقوق خصوصية & <قوية>", locale: "ar" },
    link: byCodeOnly ? null : `${origin}/${locale}/confirm/${token}`,
    codePageUrl: `${origin}/${locale}/campaigns/privacy-for-all/check-inbox`,
    code,
    validDays: 7,
    unconfirmedDays: 14,
    choices: { updates: partners.length > 0, partners },
    stopUrl: `${origin}/${locale}/unsubscribe/${token}_-`,
  };
}

test.each(frames)("a filled mail is the rendered mail to the byte (%j)", async (frame) => {
  for (const name of hostile) {
    const props = propsOf(frame, name);
    expect(await writeConfirmation(props)).toEqual(await confirmSignatureMail(props));
  }
});

test("whatever the name, a filled mail is the rendered mail", async () => {
  const name = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.string({ unit: "grapheme", maxLength: 40 }));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...frames), name, async (frame, text) => {
      const props = propsOf(frame, text);
      expect(await writeConfirmation(props)).toEqual(await confirmSignatureMail(props));
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("two readers of one shape share nothing but the shape", async () => {
  const frame = { locale: "en", byCodeOnly: false, partners: [] } as const;
  const first = await writeConfirmation(propsOf({ ...frame, partners: [] }, "Ada", "first"));
  const second = await writeConfirmation({ ...propsOf({ ...frame, partners: [] }, "Grace", "second"), code: "999111" });
  expect(first.html + first.text).not.toMatch(/Grace|second|999111/);
  expect(second.html + second.text).not.toMatch(/Ada|first|048213/);
});

test("a shape is rendered once, and a value that rendering would change is rendered each time", async () => {
  let rendered = 0;
  const templates = createMailTemplates(
    async (title: string, value: (gap: "name") => string) => {
      rendered++;
      return { subject: title, html: `<p>${value("name")}</p>`, text: value("name") };
    },
    (title) => title,
    ["name"],
  );
  for (const name of ["Ada", "Grace", "Radia"]) await templates.write("Hello", { name });
  expect(rendered).toBe(1);
  expect(await templates.write("Hello", { name: "A & B" })).toEqual({
    subject: "Hello",
    html: "<p>A &amp; B</p>",
    text: "A & B",
  });
  await templates.write("Hello", { name: "two  spaces" });
  await templates.write("Goodbye", { name: "Ada" });
  expect(rendered).toBe(3);
});
