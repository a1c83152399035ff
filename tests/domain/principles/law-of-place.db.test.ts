import { expect, test } from "vitest";
import { listPrinciples } from "~/domain/campaigns/list-principles.server";
import { lawOfPlace } from "~/domain/principles/law-of-place.server";
import { principleLaws } from "~/domain/principles/principle-laws";
import { withContext } from "../../support/database";

test.each(["", "\0", "QQ", "ZZ", "EU", "US\0", "de", "'; --", "x".repeat(5000)])(
  "%j is no place with a law",
  (country) =>
    withContext(async (ctx) => {
      expect(await lawOfPlace(ctx, country, "data-rights")).toBeNull();
    })(),
);

test.each([
  ["DE", "General Data Protection Regulation (GDPR)", "gdpr", ["15", "16", "17", "18", "20"]],
  ["GB", "UK GDPR and Data Protection Act 2018", "gdpr", ["15", "16", "17", "18", "20"]],
  ["KE", "Data Protection Act, 2019", null, []],
  ["US", null, "california", ["1798.105", "1798.106", "1798.110", "1798.130"]],
  // Nobody has checked its law yet.
  ["ZM", null, null, []],
])("in %s the law is %s", (country, lawName, system, places) =>
  withContext(async (ctx) => {
    expect(await lawOfPlace(ctx, country, "data-rights")).toMatchObject({ country, lawName, system, places });
  })(),
);

test(
  "the laws are sorted by exactly the ten principles",
  withContext(async (ctx) => {
    const principles = await listPrinciples(ctx, "en");
    expect(Object.keys(principleLaws).sort()).toEqual(principles.map(({ slug }) => slug).sort());
  }),
);
