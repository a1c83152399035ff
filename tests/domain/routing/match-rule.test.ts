import { expect, test } from "vitest";
import { type MatchedPlace, matchRule, type RoutingRule } from "~/domain/routing/match-rule";
import type { RoutingMatch } from "~db/schema/content/routing-match";

const rule = (key: string, priority: number, match: RoutingMatch, isOfCampaign = false): RoutingRule => ({
  key,
  priority,
  match,
  isOfCampaign,
  actions: ["share"],
});

const rules = [
  rule("world", 0, {}),
  rule("region", 30, { regionHasPartnerCampaign: true }),
  rule("eea", 50, { group: ["EEA"] }),
  rule("listed", 60, { listedCountry: true }),
  rule("us", 80, { country: ["US"] }),
  rule("dc", 90, { subdivision: ["US-DC"] }),
  rule("abroad", 100, { usVoterAbroad: true }),
];

const nowhere: MatchedPlace = {
  country: "ZZ",
  subdivision: null,
  usVoterAbroad: false,
  isListed: false,
  groups: [],
  regions: [],
  regionHasPartnerCampaign: false,
};

test.each<[string, Partial<MatchedPlace>]>([
  ["world", {}],
  ["region", { country: "ZM", regionHasPartnerCampaign: true }],
  ["eea", { country: "AX", groups: ["EU", "EEA"], regionHasPartnerCampaign: true }],
  ["listed", { country: "DE", groups: ["EU", "EEA"], isListed: true }],
  ["us", { country: "US", isListed: true }],
  ["dc", { country: "US", subdivision: "US-DC", isListed: true }],
  ["abroad", { country: "DE", usVoterAbroad: true, isListed: true }],
])("the rule %s decides for %j", (key, place) => {
  expect(matchRule(rules, { ...nowhere, ...place })?.key).toBe(key);
});

test("a campaign's rule beats one of all campaigns with the same priority, and no other", () => {
  const own = [rule("own-us", 80, { country: ["US"] }, true), rule("own-listed", 70, { listedCountry: true }, true)];
  expect(matchRule([...rules, ...own], { ...nowhere, country: "US", isListed: true })?.key).toBe("own-us");
  expect(matchRule([...own, ...rules], { ...nowhere, country: "KE", isListed: true })?.key).toBe("own-listed");
});

test("every condition of a rule must hold", () => {
  const both = [rule("both", 10, { country: ["CA"], subdivision: ["CA-QC"] })];
  expect(matchRule(both, { ...nowhere, country: "CA" })).toBeNull();
  expect(matchRule(both, { ...nowhere, country: "CA", subdivision: "CA-QC" })?.key).toBe("both");
});
