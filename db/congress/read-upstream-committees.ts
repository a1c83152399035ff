import { z } from "zod";
import type { CommitteeSeat, Lawmaker } from "./facts";
import { FactsError } from "./facts-error";
import type { FactsFiles } from "./facts-files";
import { cleanLine } from "./member-fields";
import { isPrivacyCommittee, privacyCommittees } from "./privacy-committees";
import { findUpstreamFile } from "./upstream-files";

const named = z.object({ name: z.string(), thomas_id: z.string() });
const committeesFile = z.array(named.extend({ subcommittees: z.array(named).nullish() }));
const membershipFile = z.record(
  z.string(),
  z.array(z.object({ bioguide: z.string(), name: z.string(), title: z.string().nullish() })),
);

/** Above this share of seats held by people who are no members, the file is of another Congress. */
const MOST_STRANGERS = 0.2;

/** Members by Bioguide id, as far as their seats have to fit. */
type Sitting = ReadonlyMap<string, Pick<Lawmaker, "chamber">>;

/**
 * The seats on committees with a say over privacy law, by Bioguide id, from `committees-current` and
 * `committee-membership-current`; null when the source has no list of them.
 * @throws {FactsError}
 */
export async function readUpstreamCommittees(
  files: FactsFiles,
  sitting: Sitting,
  remarks: string[],
): Promise<Map<string, CommitteeSeat[]> | null> {
  const stem = "committee-membership-current";
  const membership = await findUpstreamFile(files, stem, membershipFile);
  if (membership === null) return null;
  const names = await readNames(files);

  const seats = new Map<string, CommitteeSeat[]>();
  const counts = { all: 0, strangers: 0 };
  for (const code of Object.keys(membership.value).filter(isPrivacyCommittee).sort()) {
    if (!membership.value[code]?.length) continue;
    const name = names.get(code);
    if (name === undefined) throw new FactsError(`${stem} names ${code}, which committees-current does not know.`);
    const here = new Set<string>();
    for (const { bioguide, title } of membership.value[code] ?? []) {
      if (here.has(bioguide)) throw new FactsError(`${stem} lists ${bioguide} twice in ${code}.`);
      here.add(bioguide);
      counts.all++;
      if (sitting.get(bioguide)?.chamber !== (code.startsWith("H") ? "house" : "senate")) {
        counts.strangers++;
        continue;
      }
      const cleanTitle = cleanLine(title);
      const seat = { code, name, ...(cleanTitle !== null && { title: cleanTitle }) };
      seats.set(bioguide, [...(seats.get(bioguide) ?? []), seat]);
    }
  }
  if (counts.strangers > counts.all * MOST_STRANGERS) {
    throw new FactsError(
      `${stem} gives ${counts.strangers} of ${counts.all} seats to people who are not in the list of members: it is of another Congress.`,
    );
  }
  if (counts.strangers > 0) remarks.push(`${counts.strangers} committee seats of people who have left are left out.`);
  for (const code of privacyCommittees) {
    if (!membership.value[code]?.length) remarks.push(`${code} has no members in ${stem}.`);
  }
  return seats;
}

async function readNames(files: FactsFiles): Promise<Map<string, string>> {
  const committees = await findUpstreamFile(files, "committees-current", committeesFile);
  if (committees === null) {
    throw new FactsError(`${files.place} holds a committee-membership-current, but no committees-current.`);
  }
  const names = new Map<string, string>();
  for (const { name, thomas_id: code, subcommittees } of committees.value) {
    if (!isPrivacyCommittee(code)) continue;
    for (const [key, text] of [[code, name], ...(subcommittees ?? []).map((sub) => [code + sub.thomas_id, sub.name])]) {
      if (key === undefined) continue;
      if (names.has(key)) throw new FactsError(`committees-current lists ${key} twice.`);
      names.set(key, cleanLine(text) ?? "");
    }
  }
  return names;
}
