import { expect, test } from "vitest";
import { nextStep } from "~/domain/signatures/next-step";

const signer = { country: "US", postalCode: null, usState: null, usDistrict: null };

test.each([
  [{ country: "KE" }, { to: "takeAction", country: "KE" }],
  [{ country: "ZZ" }, { to: "takeAction", country: "ZZ" }],
  [
    { country: "DE", postalCode: "10115" },
    { to: "takeAction", country: "DE" },
  ],
  [{ postalCode: "94110-1234" }, { to: "lawmakers", zip: "94110" }],
  [
    { usState: "CA", usDistrict: 11 },
    { to: "lawmakers", district: "CA-11" },
  ],
  [
    { usState: "WY", usDistrict: 0 },
    { to: "lawmakers", district: "WY-0" },
  ],
  [{ usState: "CA" }, { to: "lawmakers" }],
  [{}, { to: "lawmakers" }],
  [
    { country: "PR", usState: "PR", usDistrict: 0 },
    { to: "lawmakers", district: "PR-0" },
  ],
])("%j goes on to %j", (facts, step) => {
  expect(nextStep({ ...signer, ...facts })).toEqual(step);
});
