import { z } from "zod";
import { congressDates, dayOf, ordinal } from "./congress-dates";
import { districtName } from "./district-name";
import type { CongressFacts, Lawmaker, ReadFacts } from "./facts";
import { FactsError } from "./facts-error";
import type { FactsFiles } from "./facts-files";
import { describeSource, factsAttribution, factsLicence } from "./facts-source";
import { type Crosswalk, findCrosswalk } from "./read-crosswalk";
import { readUpstreamCommittees } from "./read-upstream-committees";
import { readUpstreamMember, upstreamMember, upstreamOffices } from "./read-upstream-member";
import { congressOf, termIn } from "./terms";
import { findUpstreamFile } from "./upstream-files";
import { validateFacts } from "./validate-facts";

export interface UpstreamOptions {
  /** The day the list was last true; without it the source says when it last changed the file. */
  asOf?: string | undefined;
  /** The facts of a Congress that the list is laid over, or null. */
  findBase(congress: number): Promise<CongressFacts | null>;
}

/**
 * Reads the public list of members, `legislators-current` and, where they are, `legislators-district-offices`,
 * the files of committees (all of unitedstates/congress-legislators, JSON or YAML) and a crosswalk from ZIP codes to
 * districts. What is not told stays as it is in the base. A list of the next Congress needs its crosswalk; a
 * crosswalk that comes before its members waits unread.
 * @throws {FactsError}
 */
export async function readUpstream(files: FactsFiles, options: UpstreamOptions): Promise<ReadFacts> {
  const current = await findUpstreamFile(files, "legislators-current", z.array(upstreamMember));
  if (current === null) throw new FactsError(`${files.place} holds no legislators-current.json or .yaml.`);
  const offices = await findUpstreamFile(files, "legislators-district-offices", upstreamOffices);

  const asOf = options.asOf ?? (current.file.changedAt === null ? null : dayOf(current.file.changedAt));
  if (asOf === null)
    throw new FactsError(`${files.place} does not say when it last changed: give the day with --as-of.`);

  const congress = congressOf(current.value);
  const dates = congressDates(congress);
  if (asOf >= dayOf(dates.validUntil)) {
    throw new FactsError(
      `The list is of the ${ordinal(congress)} Congress, which ended on ${dayOf(dates.validUntil)}, but dated ${asOf}.`,
    );
  }
  const base = await options.findBase(congress);
  const former = base ?? (await options.findBase(congress - 1));
  const crosswalk = await findCrosswalk(files, congress, former);
  if (base === null && crosswalk === null) {
    throw new FactsError(
      `The list is of the ${ordinal(congress)} Congress, whose districts and ZIP codes are not here yet: import a full set of its facts first, or put its crosswalk beside the list.`,
    );
  }

  const remarks: string[] = [];
  const terms = current.value.flatMap((member) => {
    const term = termIn(member, congress);
    if (term !== null) return [{ member, term }];
    remarks.push(
      `${member.name.last} (${member.id.bioguide}) is left out: no term in the ${ordinal(congress)} Congress.`,
    );
    return [];
  });
  const sitting = new Map(
    terms.map(({ member, term }) => [
      member.id.bioguide,
      { chamber: term.type === "sen" ? ("senate" as const) : ("house" as const) },
    ]),
  );
  const committees = await readUpstreamCommittees(files, sitting, remarks);
  const known = new Map(former?.lawmakers.map((lawmaker) => [lawmaker.bioguide, lawmaker]));
  const officesOf = offices && new Map(offices.value.map((entry) => [entry.id.bioguide, entry.offices]));
  const lawmakers = terms.map(({ member, term }) => {
    const { bioguide } = member.id;
    const own = known.get(bioguide) ?? null;
    return readUpstreamMember(member, term, {
      asOf,
      // Each Congress gives out its committee seats anew.
      known: own && base === null ? { ...own, committees: [] } : own,
      offices: officesOf && (officesOf.get(bioguide) ?? []),
      committees: committees && (committees.get(bioguide) ?? []),
      remarks,
    });
  });
  const facts = validateFacts(files.place, {
    licence: factsLicence,
    attribution: factsAttribution,
    ...base,
    ...groundOf(base, former, crosswalk),
    congress,
    ...dates,
    asOf,
    source: describeSource("unitedstates/congress-legislators", committees === null ? base?.source : undefined),
    lawmakers: withoutThoseWhoLeft(lawmakers, asOf, remarks),
  });
  return { facts, remarks };
}

/** The parts of the facts of which a list of members tells nothing. */
function groundOf(base: CongressFacts | null, former: CongressFacts | null, crosswalk: Crosswalk | null) {
  const ground = crosswalk ?? base;
  if (ground === null) throw new FactsError("Neither districts nor ZIP codes are known.");
  return {
    districts: ground.districts,
    zipShares: ground.zipShares,
    zipPrefixes: ground.zipPrefixes,
    // A post office keeps its name when the lines change; the boundaries of another Congress are no use.
    zipPlaces: former?.zipPlaces ?? [],
    shapes: base?.shapes ?? [],
  };
}

/**
 * The list may still hold members who left; it then gives the day on which their term ended. One whose seat
 * another fills is dropped, and so is a House member, whose seat stays vacant until an election. A senator without
 * a successor in the list is kept: an appointed one serves past the special election until the winner is sworn in.
 */
function withoutThoseWhoLeft(lawmakers: Lawmaker[], asOf: string, remarks: string[]): Lawmaker[] {
  const seatOf = (lawmaker: Lawmaker) =>
    lawmaker.district === null
      ? `${lawmaker.state}, class ${lawmaker.senateClass}`
      : districtName({ state: lawmaker.state, district: lawmaker.district });
  const serving = new Set(lawmakers.filter(({ termEnd }) => termEnd > asOf).map(seatOf));
  return lawmakers.filter((lawmaker) => {
    const stays = lawmaker.termEnd > asOf || (lawmaker.chamber === "senate" && !serving.has(seatOf(lawmaker)));
    if (!stays)
      remarks.push(`${lawmaker.name} (${seatOf(lawmaker)}) is left out: the term ended on ${lawmaker.termEnd}.`);
    return stays;
  });
}
