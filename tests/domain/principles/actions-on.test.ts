import { expect, test } from "vitest";
import { actionsOn } from "~/domain/principles/actions-on";
import type { PartnerActionItem, RoutedAction } from "~/domain/routing/routed-action";

const item = (slug: string, ...principles: string[]): PartnerActionItem => ({
  slug,
  principles,
  kind: "petition",
  partnerName: "A partner",
  partnerIsSample: true,
  website: "https://partner.example",
  title: slug,
  summary: slug,
  body: slug,
  cta: slug,
  campaignSlug: null,
  locale: "en",
  dir: "ltr",
  status: "source",
  isStale: false,
});

const authority: RoutedAction = {
  kind: "regulator_complaint",
  name: "An authority",
  abbreviation: null,
  url: "https://authority.example",
  complaintUrl: null,
  lawName: null,
  note: null,
};

const ofPlace: RoutedAction[] = [
  { kind: "us_lawmaker_contact", state: null },
  { kind: "partner_actions", scope: "country", items: [item("rights", "data-rights"), item("brokers", "brokers")] },
  { kind: "partner_actions", scope: "region", items: [item("sharing", "sharing")] },
  authority,
  { kind: "share" },
  { kind: "learn" },
];

test("of a place's actions a principle gets the authority, and what partners ask about it", () => {
  expect(actionsOn("data-rights", ofPlace)).toEqual([
    { kind: "partner_actions", scope: "country", items: [item("rights", "data-rights")] },
    authority,
  ]);
});

test("where no partner asks anything about it, no empty list of partners is left", () => {
  expect(actionsOn("civil-rights", ofPlace)).toEqual([authority]);
  expect(actionsOn("civil-rights", [{ kind: "share" }])).toEqual([]);
});
