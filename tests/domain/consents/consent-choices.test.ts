import { expect, test } from "vitest";
import { type ConsentChoices, consentChoices, sameChoices } from "~/domain/consents/consent-choices";

const [a, b] = ["018f0000-0000-7000-8000-00000000000a", "018f0000-0000-7000-8000-00000000000b"] as const;
const choices: ConsentChoices = {
  newsletter: true,
  partnerIds: [a, b],
  gpc: false,
  locale: "en",
  wordingIds: { petition: a, newsletter: a, partner_sharing: a },
};

test("the order of partners makes no other choice, and a yes more or less does", () => {
  expect(sameChoices(choices, { ...choices, partnerIds: [b, a] })).toBe(true);
  expect(sameChoices(choices, { ...choices, partnerIds: [a] })).toBe(false);
  expect(sameChoices({ ...choices, partnerIds: [a] }, { ...choices, partnerIds: [b] })).toBe(false);
  expect(sameChoices(choices, { ...choices, newsletter: false })).toBe(false);
});

test("stored choices are read strictly", () => {
  expect(consentChoices.parse(JSON.parse(JSON.stringify(choices)))).toEqual(choices);
  expect(consentChoices.safeParse({ ...choices, newsletter: "yes" }).success).toBe(false);
  expect(consentChoices.safeParse({ ...choices, partnerIds: ["mto"] }).success).toBe(false);
});
