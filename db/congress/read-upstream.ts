import { z } from "zod";
import { congressDates, congressEndingOn, dayOf, ordinal } from "./congress-dates";
import { districtName } from "./district-name";
import type { CongressFacts, Lawmaker, ReadFacts } from "./facts";
import { FactsError } from "./facts-error";
import type { FactsFile, FactsFiles } from "./facts-files";
import { describeSource } from "./facts-source";
import { parseJson, parseYamlText } from "./parse-text";
import { readUpstreamMember, type UpstreamMember, upstreamMember, upstreamOffices } from "./read-upstream-member";
import { validateFacts } from "./validate-facts";

/** The least share of House members that must agree on the Congress: 3 in 4 of the fewest that are believed. */
const FEWEST_AGREEING = 300;

export interface UpstreamOptions {
  /** The day the list was last true; without it the source says when it last changed the file. */
  asOf?: string | undefined;
  /** The facts of a Congress that the list is laid over, or null. */
  findBase(congress: number): Promise<CongressFacts | null>;
}

/**
 * Reads the public list of members, `legislators-current` and where there is one
 * `legislators-district-offices` (unitedstates/congress-legislators, JSON or YAML). It tells nothing of districts
 * and ZIP codes: those stay as they are in the base, like the facts of contact forms that it lacks.
 * @throws {FactsError}
 */
export async function readUpstream(files: FactsFiles, options: UpstreamOptions): Promise<ReadFacts> {
  const current = await findEither(files, "legislators-current", z.array(upstreamMember));
  if (current === null) throw new FactsError(`${files.place} holds no legislators-current.json or .yaml.`);
  const offices = await findEither(files, "legislators-district-offices", upstreamOffices);

  const asOf = options.asOf ?? (current.file.changedAt === null ? null : dayOf(current.file.changedAt));
  if (asOf === null)
    throw new FactsError(`${files.place} does not say when it last changed: give the day with --as-of.`);

  const congress = congressOf(current.value);
  const base = await options.findBase(congress);
  if (base === null) {
    throw new FactsError(
      `The list is of the ${ordinal(congress)} Congress, whose districts and ZIP codes are not here yet: import a full set of its facts first.`,
    );
  }

  const remarks: string[] = [];
  const known = new Map(base.lawmakers.map((lawmaker) => [lawmaker.bioguide, lawmaker]));
  const officesOf = offices && new Map(offices.value.map((entry) => [entry.id.bioguide, entry.offices]));
  const lawmakers = current.value.map((member) =>
    readUpstreamMember(member, {
      asOf,
      known: known.get(member.id.bioguide) ?? null,
      offices: officesOf && (officesOf.get(member.id.bioguide) ?? []),
      remarks,
    }),
  );
  const facts = validateFacts(files.place, {
    ...base,
    ...congressDates(congress),
    asOf,
    source: describeSource("unitedstates/congress-legislators"),
    lawmakers: withoutThoseWhoLeft(lawmakers, asOf, remarks),
  });
  return { facts, remarks };
}

async function findEither<T extends z.ZodType>(
  files: FactsFiles,
  stem: string,
  schema: T,
): Promise<{ file: FactsFile; value: z.infer<T> } | null> {
  const json = await files.find(`${stem}.json`);
  if (json !== null) return { file: json, value: parseJson(`${stem}.json`, json.text, schema) };
  const yaml = await files.find(`${stem}.yaml`);
  return yaml && { file: yaml, value: parseYamlText(`${stem}.yaml`, yaml.text, schema) };
}

/** The Congress at whose end the terms of most House members end. */
function congressOf(members: UpstreamMember[]): number {
  const counts = new Map<number, number>();
  for (const { terms } of members) {
    const term = terms.at(-1);
    const congress = term?.type === "rep" ? congressEndingOn(term.end) : null;
    if (congress !== null) counts.set(congress, (counts.get(congress) ?? 0) + 1);
  }
  const [congress, agreeing] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (agreeing < FEWEST_AGREEING) {
    throw new FactsError("The terms of the House members do not tell which Congress the list is of.");
  }
  return congress;
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
