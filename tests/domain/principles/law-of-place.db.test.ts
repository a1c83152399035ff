import { expect, test } from "vitest";
import { listPrinciples } from "~/domain/campaigns/list-principles.server";
import { lawOfPlace } from "~/domain/principles/law-of-place.server";
import { principleLaws } from "~/domain/principles/principle-laws";
import words from "~locales/en/principles.json";
import { withContext } from "../../support/database";

test.each(["", "\0", "QQ", "ZZ", "EU", "US\0", "de", "'; --", "x".repeat(5000)])(
  "%j is no place with a law",
  (country) =>
    withContext(async (ctx) => {
      expect(await lawOfPlace(ctx, { country, region: country }, "data-rights")).toBeNull();
    })(),
);

test.each([
  ["DE", null, "General Data Protection Regulation (GDPR)", "gdpr", ["15", "16", "17", "18", "20"]],
  ["GB", null, "UK GDPR and Data Protection Act 2018", "gdpr", ["15", "16", "17", "18", "20"]],
  ["KE", null, "Data Protection Act, 2019", null, []],
  ["US", null, null, null, []],
  ["US", "US-CA", null, "california", ["1798.105", "1798.106", "1798.110", "1798.130"]],
  ["US", "US-VA", null, null, []],
  // A state is one of its own country only.
  ["DE", "US-CA", "General Data Protection Regulation (GDPR)", "gdpr", ["15", "16", "17", "18", "20"]],
  // Nobody has checked its law yet.
  ["ZM", null, null, null, []],
])("in %s, %s, the law is %s", (country, region, lawName, system, places) =>
  withContext(async (ctx) => {
    expect(await lawOfPlace(ctx, { country, region }, "data-rights")).toMatchObject({
      country,
      lawName,
      system,
      places,
    });
  })(),
);

test.each([
  ["US-CA", "CA", { kind: "comprehensive", from: null }],
  ["US-OK", "OK", { kind: "comprehensive", from: "2027-01-01" }],
  ["US-FL", "FL", { kind: "narrower", from: null }],
  ["US-NY", "NY", { kind: "none", from: null }],
  ["US-DC", "DC", { kind: "none", from: null }],
  ["US-PR", null, null],
  ["US-AE", null, null],
  ["US-XX", null, null],
  ["CA-QC", null, null],
  ["US-CA\0", null, null],
])("of the United States, %s is the state %s, with a law that is %j", (region, state, stateLaw) =>
  withContext(async (ctx) => {
    expect(await lawOfPlace(ctx, { country: "US", region }, "data-rights")).toMatchObject({ state, stateLaw });
  })(),
);

test.each(["ai-transparency", "civil-rights", "limits-on-third-party-sharing"])(
  "what the United Kingdom changed is not told as if it were the law of the EEA: %s",
  (principle) =>
    withContext(async (ctx) => {
      expect(await lawOfPlace(ctx, { country: "GB", region: null }, principle)).toMatchObject({ system: null });
      expect(await lawOfPlace(ctx, { country: "IE", region: null }, principle)).toMatchObject({ system: "gdpr" });
    })(),
);

test(
  "the laws are sorted by exactly the ten principles, and the words say something of each that they name",
  withContext(async (ctx) => {
    const slugs = (await listPrinciples(ctx, "en")).map(({ slug }) => slug).sort();
    expect(Object.keys(principleLaws).sort()).toEqual(slugs);
    for (const system of ["gdpr", "california"] as const) {
      const named = slugs.filter((slug) => (principleLaws[slug]?.[system] ?? []).length > 0);
      expect(Object.keys(words[system]).sort(), system).toEqual(named);
    }
  }),
);
