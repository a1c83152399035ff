import { expect, test } from "vitest";
import { listAbsurdities, mostChanges } from "~db/congress/absurd-changes";
import { compareFacts } from "~db/congress/compare-facts";
import type { CongressFacts, Lawmaker } from "~db/congress/facts";
import { lawmakersWith, shipped, shippedWith } from "./shipped";
import { nextCongress } from "./upstream-set";

const reasonsFor = (after: CongressFacts) => listAbsurdities(compareFacts(shipped, after));

/** The facts with the first members changed who have what is to change. */
function withMembers(count: number, has: (member: Lawmaker) => boolean, changes: Partial<Lawmaker>): CongressFacts {
  const chosen = new Set(shipped.lawmakers.filter(has).slice(0, count));
  return shippedWith({
    lawmakers: shipped.lawmakers.map((member) => (chosen.has(member) ? { ...member, ...changes } : member)),
  });
}

const hasPhone = (member: Lawmaker) => member.phone !== null;
const hasOffices = (member: Lawmaker) => member.localOffices.length > 0;
const tenthOf = (has: (member: Lawmaker) => boolean) => Math.floor(shipped.lawmakers.filter(has).length / 10);

test("an honest month is believed", () => {
  expect(mostChanges).toEqual({ membersGone: 0.1, phonesChanged: 0.1, officesLost: 0.1, zipsMoved: 0.1 });
  expect(
    reasonsFor(shippedWith({ lawmakers: lawmakersWith("P000197", { phone: null, party: "Independent" }) })),
  ).toEqual([]);
  expect(reasonsFor(withMembers(tenthOf(hasPhone), hasPhone, { phone: null }))).toEqual([]);
  expect(reasonsFor(withMembers(tenthOf(hasOffices), hasOffices, { localOffices: [] }))).toEqual([]);
  expect(reasonsFor(shippedWith({ lawmakers: shipped.lawmakers.slice(0, -53) }))).toEqual([]);
});

test.each<[what: string, after: CongressFacts, reason: RegExp]>([
  ["many gone", shippedWith({ lawmakers: shipped.lawmakers.slice(0, -54) }), /54 of 537 members are gone.* 10 %/],
  [
    "many phones changed",
    withMembers(tenthOf(hasPhone) + 1, hasPhone, { phone: "202-225-0000" }),
    /phone numbers are lost or changed/,
  ],
  ["many phones lost", withMembers(tenthOf(hasPhone) + 1, hasPhone, { phone: null }), /phone numbers/],
  ["many offices lost", withMembers(60, hasOffices, { localOffices: [] }), /members have lost all their offices/],
  ["older facts", shippedWith({ asOf: "2026-06-14" }), /are of 2026-06-14, older than those here, of 2026-06-15/],
  [
    "many ZIP codes gone",
    shippedWith({ zipShares: shipped.zipShares.filter(({ zip }) => !/^[34]/.test(zip)) }),
    /of 41635 ZIP codes are gone or lie in another district/,
  ],
  [
    "many ZIP codes moved",
    shippedWith({
      zipShares: shipped.zipShares.map((share) => ({ ...share, district: share.district === 1 ? 2 : share.district })),
    }),
    /ZIP codes are gone or lie in another district/,
  ],
  [
    "a committee without members",
    shippedWith({
      lawmakers: shipped.lawmakers.map((member) => ({
        ...member,
        committees: member.committees.filter(({ code }) => code !== "HSIF"),
      })),
    }),
    /All 54 members of HSIF are gone/,
  ],
])("%s: not believed without force", (_, after, reason) => {
  expect(reasonsFor(after)).toEqual([expect.stringMatching(reason)]);
});

test("facts of a Congress that was not known change nothing that could be absurd", () => {
  expect(listAbsurdities(compareFacts(null, nextCongress()))).toEqual([]);
});
