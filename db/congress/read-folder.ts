import { z } from "zod";
import { congressDates, ordinal } from "./congress-dates";
import type { ReadFacts } from "./facts";
import { FactsError } from "./facts-error";
import { type FactsFiles, getFactsFile } from "./facts-files";
import { describeSource, factsAttribution, factsLicence } from "./facts-source";
import { parseJson } from "./parse-text";
import { readFolderForms } from "./read-folder-forms";
import { folderMember, readFolderMember } from "./read-folder-member";
import { readFolderPlaces } from "./read-folder-places";
import { readFolderShapes } from "./read-folder-shapes";
import { readFolderZips } from "./read-folder-zips";
import type { UpstreamOptions } from "./read-upstream";
import { seatKind } from "./states";
import { validateFacts } from "./validate-facts";

const membersFile = z.object({
  meta: z.object({
    source: z.string(),
    snapshot_commit: z.string().optional(),
    as_of: z.string(),
    congress: z.int(),
    valid_until: z.iso.datetime(),
  }),
  members: z.array(folderMember),
});

const boundariesFile = z.object({
  objects: z.object({
    districts: z.object({
      geometries: z.array(z.object({ id: z.string().regex(/^[A-Z]{2}-\d{1,2}$/, "is not a district") })),
    }),
  }),
});

/**
 * Reads a full set of facts from a folder of `legislators.json`, `zip-districts.csv`, `zip-prefixes.csv`,
 * `districts-<congress>-lite.topo.json` (for the list of districts) and, where they are there, `contact-forms.json`,
 * `districts-<congress>.topo.json` (for the boundaries) and `zip-places.csv`. Boundaries and places that the
 * folder lacks stay as they are in the base, and so do the seats on committees.
 * @throws {FactsError}
 */
export async function readFolder(
  files: FactsFiles,
  { findBase }: Pick<UpstreamOptions, "findBase">,
): Promise<ReadFacts> {
  const name = "legislators.json";
  const { meta, members } = parseJson(name, (await getFactsFile(files, name)).text, membersFile);
  const dates = congressDates(meta.congress);
  if (dates.validUntil.getTime() !== new Date(meta.valid_until).getTime()) {
    throw new FactsError(`${name} does not end the ${ordinal(meta.congress)} Congress on 3 January at noon Eastern.`);
  }

  const forms = await readFolderForms(files);
  const remarks: string[] = [];
  const commit = meta.snapshot_commit === undefined ? "" : `, commit ${meta.snapshot_commit}`;
  const districts = await readDistricts(files, meta.congress);
  const zipPlaces = await readFolderPlaces(files);
  const shapes = await readFolderShapes(files, meta.congress);
  const base = await findBase(meta.congress);
  const committees = new Map(base?.lawmakers.map((lawmaker) => [lawmaker.bioguide, lawmaker.committees]));
  const facts = validateFacts(files.place, {
    congress: meta.congress,
    ...dates,
    asOf: meta.as_of,
    source: describeSource(`${meta.source}${commit}`, base?.source),
    licence: factsLicence,
    attribution: factsAttribution,
    lawmakers: members.map((member) => ({
      ...readFolderMember(member, forms.get(member.bioguide) ?? null, remarks),
      committees: committees.get(member.bioguide) ?? [],
    })),
    districts,
    ...(await readFolderZips(files)),
    zipPlaces: zipPlaces ?? base?.zipPlaces ?? [],
    shapes: shapes ?? base?.shapes ?? [],
  });
  return { facts, remarks };
}

async function readDistricts(files: FactsFiles, congress: number) {
  const name = `districts-${congress}-lite.topo.json`;
  const { objects } = parseJson(name, (await getFactsFile(files, name)).text, boundariesFile);
  return objects.districts.geometries.map(({ id }) => {
    const [state = "", number = ""] = id.split("-");
    return { state, district: Number(number), kind: seatKind(state, Number(number)) };
  });
}
