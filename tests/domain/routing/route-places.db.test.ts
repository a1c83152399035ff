import { expect, test } from "vitest";
import { getFlagship } from "~/domain/campaigns/get-campaign.server";
import { DomainError } from "~/domain/errors";
import { actionsOn } from "~/domain/principles/actions-on";
import { countryCodes } from "~/domain/regions/country-codes";
import type { PlaceInput } from "~/domain/routing/find-place";
import { loadRoutingFacts } from "~/domain/routing/load-routing-facts.server";
import { routePlace } from "~/domain/routing/route-place";
import type { RoutedAction } from "~/domain/routing/routed-action";
import { regulator } from "~db/schema/content/regulator";
import { type TestContext, withContext } from "../../support/database";

const contexts = [{}, { usVoterAbroad: true }, { subdivision: "US-CA" }];
const drafts = ["signal-respected", "pas-de-visage-sans-accord"];

test.each(["en", "es", "ar"])(
  "a signer in any of 250 places, or in none, always finds something to do, in %s",
  (locale) =>
    withContext(async (ctx) => {
      const facts = await factsIn(ctx, locale);
      for (const country of [...countryCodes, "ZZ"]) {
        for (const context of contexts) {
          const { ruleKey, actions, ...route } = routePlace(facts, { country, ...context });
          const kinds = actions.map(({ kind }) => kind);
          const slugs = partnerSlugs(actions);

          expect(route.country).toBe(country);
          expect(facts.rules.map((rule) => rule.key)).toContain(ruleKey);
          expect(kinds).toContain("share");
          expect(kinds).toContain("learn");
          expect(new Set(slugs).size).toBe(slugs.length);
          expect(slugs.filter((slug) => drafts.includes(slug))).toEqual([]);
        }
      }
    })(),
);

test.each<[PlaceInput, string, string[]]>([
  [{ country: "KE" }, "country-table", ["country", "ODPC", "region", "share", "learn"]],
  [{ country: "UG" }, "country-table", ["country", "region", "share", "learn"]],
  [{ country: "MX" }, "country-table", ["country", "SABG", "region", "share", "learn"]],
  [{ country: "CA" }, "country-table", ["OPC", "region", "share", "learn"]],
  [{ country: "DE" }, "country-table", ["country", "BfDI", "share", "learn"]],
  [{ country: "XK" }, "country-table", ["region", "share", "learn"]],
  [{ country: "TW" }, "country-table", ["region", "share", "learn"]],
  [{ country: "ZM" }, "region-partners", ["region", "share", "learn"]],
  [{ country: "AQ" }, "global", ["share", "learn"]],
  [{ country: "ZZ" }, "global", ["share", "learn"]],
  [{ country: "US" }, "us-state", ["lawmakers", "country", "FTC", "region", "share", "learn"]],
  [{ country: "US", subdivision: "US-CA" }, "us-state", ["lawmakers CA", "country", "FTC", "region", "share", "learn"]],
  [{ country: "US", subdivision: "US-XX" }, "us-state", ["lawmakers", "country", "FTC", "region", "share", "learn"]],
  [{ country: "US", subdivision: "US-DC" }, "us-dc", ["delegate DC-0", "country", "FTC", "region", "share", "learn"]],
  [
    { country: "US", subdivision: "US-PR" },
    "us-territories",
    ["delegate PR-0", "country", "FTC", "region", "share", "learn"],
  ],
  [{ country: "PR" }, "us-territories", ["delegate PR-0", "country", "FTC", "region", "share", "learn"]],
  [{ country: "GU" }, "us-territories", ["delegate GU-0", "country", "FTC", "share", "learn"]],
  [{ country: "US", subdivision: "US-AE" }, "us-abroad", ["lawmakers", "share", "learn"]],
  [{ country: "AE" }, "country-table", ["region", "share", "learn"]],
  [{ country: "KE", usVoterAbroad: true }, "us-abroad", ["lawmakers", "country", "region", "share", "learn"]],
  [
    { country: "DE", usVoterAbroad: true, subdivision: "US-DC" },
    "us-abroad",
    ["delegate DC-0", "country", "share", "learn"],
  ],
  [{ country: "KE", subdivision: "US-CA" }, "country-table", ["country", "ODPC", "region", "share", "learn"]],
])("%j is routed by %s to %j", (place, ruleKey, shown) =>
  withContext(async (ctx) => {
    const route = routePlace(await factsIn(ctx, "en"), place);
    expect(route.ruleKey).toBe(ruleKey);
    expect(route.actions.map(shortly)).toEqual(shown);
  })(),
);

test.each([
  ["KE", "sw", "mikopo-bila-kupekua", "sw", "ltr"],
  ["KE", "ar", "mikopo-bila-kupekua", "en", "ltr"],
  ["KE", "en", "mikopo-bila-kupekua", "en", "ltr"],
  ["MX", "es", "escuelas-sin-rastreo", "es", "ltr"],
  ["MX", "ar", "escuelas-sin-rastreo", "es", "ltr"],
  ["JO", "en", "tatbiqat-bila-tatabbu", "ar", "rtl"],
  ["DE", "en", "auskunft-woche", "de", "ltr"],
])("in %s a reader of %s is first offered %s, in %s", (country, locale, slug, shownIn, dir) =>
  withContext(async (ctx) => {
    const [first] = routePlace(await factsIn(ctx, locale), { country }).actions;
    expect(first).toMatchObject({
      kind: "partner_actions",
      scope: "country",
      items: [{ slug, locale: shownIn, dir, partnerIsSample: true }],
    });
  })(),
);

test(
  "every authority that a person has verified stands on the page of actions and on those of principles",
  withContext(async (ctx) => {
    const facts = await factsIn(ctx, "en");
    const verified = [...facts.countries.values()].filter(({ regulator: given }) => {
      const authority = regulator.nullable().parse(given);
      return authority?.verified && authority.url !== null;
    });
    expect(verified.length).toBeGreaterThan(60);
    for (const { iso2: country } of verified) {
      const { actions } = routePlace(facts, { country });
      const isThere = ({ kind }: RoutedAction) => kind === "regulator_complaint";
      expect(actions.filter(isThere), country).toHaveLength(1);
      expect(actionsOn("data-rights", actions).filter(isThere), country).toHaveLength(1);
    }
  }),
);

test.each(["ZX", "AA", "AP", "EU", "ke", ""])("%j is no country", (country) =>
  withContext(async (ctx) => {
    const facts = await factsIn(ctx, "en");
    expect(() => routePlace(facts, { country })).toThrow(new DomainError("countryNotFound"));
  })(),
);

async function factsIn(ctx: TestContext, locale: string) {
  return loadRoutingFacts(ctx, (await getFlagship(ctx, "en")).id, locale);
}

function shortly(action: RoutedAction): string {
  switch (action.kind) {
    case "us_lawmaker_contact":
      return action.state === null ? "lawmakers" : `lawmakers ${action.state}`;
    case "us_delegate_contact":
      return `delegate ${action.district}`;
    case "partner_actions":
      return action.scope;
    case "regulator_complaint":
      return action.abbreviation ?? action.name;
    default:
      return action.kind;
  }
}

function partnerSlugs(actions: RoutedAction[]): string[] {
  return actions.flatMap((action) => (action.kind === "partner_actions" ? action.items.map(({ slug }) => slug) : []));
}
