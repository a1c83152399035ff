import { districtName } from "~db/congress/district-name";
import type { CongressFacts, Lawmaker } from "~db/congress/facts";
import { privacyCommittees } from "~db/congress/privacy-committees";
import { shipped } from "./shipped";
import { upstreamMembers, upstreamOffices } from "./upstream-fixture";

const names: Record<string, string> = {
  HSIF: "House Committee on Energy and Commerce",
  HSJU: "House Committee on the Judiciary",
  SSCM: "Senate Committee on Commerce, Science, and Transportation",
  SSJU: "Senate Committee on the Judiciary",
};
const subcommittee = { thomas_id: "17", name: "Technology and Privacy" };

/** The facts with some members of each chamber on the committees of theirs. */
export function withCommittees(facts: CongressFacts): CongressFacts {
  const seats = (member: Lawmaker, index: number) => {
    const code = privacyCommittees.filter((committee) => committee.startsWith(member.chamber === "house" ? "H" : "S"))[
      index % 2
    ];
    if (index % 5 > 1 || code === undefined) return [];
    const title = index % 20 === 0 ? { title: "Chairman" } : {};
    const seat = { code, name: names[code] ?? "", ...title };
    return index % 10 < 2 ? [seat, { code: `${code}17`, name: subcommittee.name }] : [seat];
  };
  return {
    ...facts,
    lawmakers: facts.lawmakers.map((member, index) => ({ ...member, committees: seats(member, index) })),
  };
}

/** A complete set of the files of unitedstates/congress-legislators that tells these facts. */
export function upstreamSet(facts: CongressFacts): Record<string, unknown> {
  // The source knows some forms only; the others were found elsewhere, on other days.
  const told = facts.lawmakers.map((member) =>
    member.contactFormAsOf === facts.asOf ? member : { ...member, contactForm: null },
  );
  const codes = [...new Set(facts.lawmakers.flatMap(({ committees }) => committees.map(({ code }) => code)))];
  const seatsOn = (code: string) =>
    facts.lawmakers.flatMap(({ bioguide, name, committees }) =>
      committees
        .filter((seat) => seat.code === code)
        .map(({ title }, index) => ({
          name,
          party: index % 2 ? "minority" : "majority",
          rank: index + 1,
          bioguide,
          ...(title && { title }),
        })),
    );
  return {
    "legislators-current.json": upstreamMembers(told),
    "legislators-district-offices.json": upstreamOffices(facts.lawmakers),
    ...(codes.length > 0 && {
      "committees-current.json": [
        ...privacyCommittees.map((code) => ({
          type: code.startsWith("H") ? "house" : "senate",
          name: names[code],
          thomas_id: code,
          subcommittees: [subcommittee],
        })),
        { type: "house", name: "House Committee on Agriculture", thomas_id: "HSAG" },
      ],
      "committee-membership-current.json": {
        HSAG: [{ name: "Somebody Else", party: "majority", rank: 1, bioguide: "X000009" }],
        ...Object.fromEntries(codes.map((code) => [code, seatsOn(code)])),
      },
    }),
  };
}

/** What the Congress after this one may look like: the same people elected again, on new lines in two districts. */
export function nextCongress(facts: CongressFacts = shipped): CongressFacts {
  const redrawn: Record<string, number> = { "TX-10": 11, "TX-11": 10 };
  return {
    ...facts,
    congress: facts.congress + 1,
    validFrom: new Date("2027-01-03T17:00:00Z"),
    validUntil: new Date("2029-01-03T17:00:00Z"),
    asOf: "2026-12-20",
    lawmakers: facts.lawmakers.map((member) => {
      if (member.termEnd > "2027-01-03") return member;
      const termEnd = member.chamber === "senate" ? "2033-01-03" : "2029-01-03";
      return { ...member, termStart: "2027-01-03", termEnd };
    }),
    zipShares: facts.zipShares.map((share) => ({ ...share, district: redrawn[districtName(share)] ?? share.district })),
  };
}

/** Our own format of a crosswalk. */
export function crosswalkFiles(facts: CongressFacts, suffix: string): Record<string, string> {
  const shares = facts.zipShares.map(({ zip, state, district, weight, kind }) =>
    kind === "military" ? `${zip},${state},,,military` : `${zip},${state},${district},${weight},${kind}`,
  );
  const prefixes = facts.zipPrefixes.map(
    ({ prefix, states, kind }) => `${prefix},${states.join(";")},${kind.replace("_", "-")}`,
  );
  return {
    [`zip-districts${suffix}.csv`]: `${["zip,state,district,weight,kind", ...shares].join("\n")}\n`,
    [`zip-prefixes${suffix}.csv`]: `${["prefix,states,kind", ...prefixes].join("\n")}\n`,
  };
}
