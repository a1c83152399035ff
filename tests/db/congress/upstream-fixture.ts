import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { Lawmaker } from "~db/congress/facts";

/** Members in the shape of unitedstates/congress-legislators, as far as they are known. */
export function upstreamMembers(lawmakers: Lawmaker[]) {
  return lawmakers.map((lawmaker) => ({
    id: { bioguide: lawmaker.bioguide, govtrack: 400_000, fec: ["H0XX00000"] },
    name: { first: lawmaker.name.split(" ")[0], last: lawmaker.lastName, official_full: lawmaker.name },
    bio: { birthday: "1960-01-01", gender: "F" },
    terms: [
      { type: "rep", start: "2013-01-03", end: "2015-01-03", state: "NY", district: 26, party: "Democrat" },
      {
        type: lawmaker.chamber === "senate" ? "sen" : "rep",
        start: lawmaker.termStart,
        end: lawmaker.termEnd,
        state: lawmaker.state,
        ...(lawmaker.chamber === "senate" ? { class: lawmaker.senateClass } : { district: lawmaker.district }),
        party: lawmaker.party,
        ...(lawmaker.website !== null && { url: lawmaker.website }),
        ...(lawmaker.phone !== null && { phone: lawmaker.phone }),
        ...(lawmaker.address !== null && { address: lawmaker.address }),
        ...(lawmaker.contactForm !== null && { contact_form: lawmaker.contactForm }),
      },
    ],
  }));
}

/** Offices as upstream writes them: unknown fields are empty texts. */
export function upstreamOffices(lawmakers: Lawmaker[]) {
  const empty = { address: "", suite: "", building: "", phone: "", hours: "", fax: "" };
  return lawmakers.map(({ bioguide, localOffices }) => ({
    id: { bioguide, govtrack: 400_000 },
    offices: localOffices.map((office, index) => ({ id: `${bioguide}-${index}`, ...empty, ...office })),
  }));
}

/** A new folder with these files, gone when the test ends; texts as they are, everything else as JSON. */
export async function folderWith(files: Record<string, unknown>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "congress-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    await writeFile(path.join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}
