import { expect, test } from "vitest";
import { checkFields } from "~/domain/content/check-fields.server";
import { images } from "~db/schema/images";
import { type TestContext, withContext } from "../../support/database";
import { versionsOf } from "./people";

const article = {
  title: "Title",
  dek: "Dek",
  body: "Body",
  imageAlt: null,
  corrections: [],
  words: {},
};

async function faultsOf(ctx: TestContext, body: string) {
  const { faults } = await checkFields(ctx, { kind: "update", key: "none", source: null }, { ...article, body });
  return faults.map(({ fault, detail }) => `${fault} ${detail}`);
}

test(
  "an article may name pictures that are kept here, each with words for those who do not see it",
  withContext(async (ctx) => {
    const id = ctx.newId();
    await ctx.db
      .insert(images)
      .values({ id, sha256: "0", width: 1, height: 1, credit: null, isSample: false, createdAt: ctx.now() });
    const unknown = ctx.newId();

    expect(await faultsOf(ctx, `![A map](image:${id})`)).toEqual([]);
    expect(await faultsOf(ctx, `![](image:${id})`)).toEqual([`alternativeText image:${id}`]);
    expect(await faultsOf(ctx, `![A map](image:${unknown})`)).toEqual([`picture image:${unknown}`]);
    expect(await faultsOf(ctx, "![A map](image:------------------------------------)")).toHaveLength(1);
    expect(await faultsOf(ctx, "![A map](https://example.org/a.png)")).toEqual(["picture https://example.org/a.png"]);
    expect(await faultsOf(ctx, "![A map](data:image/png;base64,AAAA)")).toEqual(["picture data:image/png;base64,AAAA"]);
  }),
);

test(
  "links lead to the web, to mail and to our own pages",
  withContext(async (ctx) => {
    expect(
      await faultsOf(ctx, "[a](https://example.org) [b](/en/principles) [c](mailto:a@example.org) [d](#e) `[f](x:y)`"),
    ).toEqual([]);
    for (const link of [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,x",
      "//example.org",
      "file:///x",
    ]) {
      expect(await faultsOf(ctx, `> - [a](${link})`), link).toEqual([`link ${link}`]);
    }
  }),
);

test(
  "what the schema refuses, what is too long and what no text can hold is told by its place",
  withContext(async (ctx) => {
    const check = (fields: unknown) => checkFields(ctx, { kind: "principle", key: "x", source: null }, fields);
    expect((await check({ title: "", short: "s" })).faults.map(({ path, fault }) => `${path} ${fault}`)).toEqual([
      "title invalid",
      "long invalid",
    ]);
    for (const nothing of [null, undefined, 7, "x", []]) expect((await check(nothing)).faults).toHaveLength(1);
    const whole = { title: "t", short: "s", long: "l" };
    expect((await check({ ...whole, long: "x".repeat(200_001) })).faults).toMatchObject([
      { path: "", fault: "tooLong" },
    ]);
    for (const bad of ["a\0b", "a\ud800b", "a\u0007b", "\u001b[2J", "a\u000bb", "a\uffffb"]) {
      expect((await check({ ...whole, short: bad })).faults).toMatchObject([{ path: "short", fault: "unreadable" }]);
    }
    expect((await check({ ...whole, long: "a\n\tb 😀" })).faults).toEqual([]);
    expect(await check({ ...whole, more: "dropped" })).toEqual({ fields: whole, faults: [] });
  }),
);

test(
  "a translation holds the placeholders of its source, and a source those that are filled in",
  withContext(async (ctx) => {
    const wording = (key: string, text: string, source: unknown = null) =>
      checkFields(ctx, { kind: "consent_wording", key, source }, { text });
    expect((await wording("partner_sharing", "Share with {{partner}}.")).faults).toEqual([]);
    expect((await wording("partner_sharing", "Share.")).faults).toMatchObject([
      { path: "text", fault: "placeholders", detail: "{{partner}}" },
    ]);
    expect((await wording("newsletter", "Hello {{name}}")).faults).toMatchObject([
      { fault: "placeholders", detail: "" },
    ]);
    const source = { text: "Share with {{partner}}." };
    expect((await wording("partner_sharing", "Compartir con {{socio}}.", source)).faults).toHaveLength(1);
    expect((await wording("partner_sharing", "Compartir con {{partner}}.", source)).faults).toEqual([]);

    const petition = { kind: "petition", key: "privacy-for-all" } as const;
    const [english] = await versionsOf(ctx, petition, "en");
    for (const locale of ["en", "es", "ar"]) {
      const [text] = await versionsOf(ctx, petition, locale);
      const from = locale === "en" ? null : english?.fields;
      expect((await checkFields(ctx, { ...petition, source: from }, text?.fields)).faults, locale).toEqual([]);
      const cut: unknown = JSON.parse(JSON.stringify(text?.fields).replaceAll("{{url}}", "{{ url }}"));
      expect((await checkFields(ctx, { ...petition, source: from }, cut)).faults.map(({ path }) => path)).toEqual([
        "share.message",
        "share.emailBody",
      ]);
    }
  }),
);

test(
  "the parts of a translation keep the ids of their source",
  withContext(async (ctx) => {
    const campaign = { kind: "campaign", key: "privacy-for-all" } as const;
    const [english] = await versionsOf(ctx, campaign, "en");
    const [spanish] = await versionsOf(ctx, campaign, "es");
    const source = english?.fields;
    expect((await checkFields(ctx, { ...campaign, source }, spanish?.fields)).faults).toEqual([]);
    const other: unknown = JSON.parse(JSON.stringify(spanish?.fields).replace(/"id":"[^"]+"/, '"id":"otra"'));
    expect((await checkFields(ctx, { ...campaign, source }, other)).faults).toMatchObject([
      { path: "landing.faq.0.id", fault: "id" },
    ]);
  }),
);
