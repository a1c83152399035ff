import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { DIRECTORY_AS_OF, GDPR_NAME } from "~/domain/regions/law-directory";
import { STATE_LAWS_AS_OF, stateLaw } from "~/domain/regions/state-privacy-laws";
import { homeStates } from "~/domain/regions/us-subdivisions";

/** What the product is shipped with, of which the domain repeats a part. */
const shipped = z
  .object({
    directory_as_of: z.iso.date(),
    countries: z.array(z.object({ iso2: z.string(), groups: z.array(z.string()), law: z.string().nullable() })),
    us_states_with_comprehensive_privacy_law: z.object({
      as_of: z.string(),
      codes: z.array(z.string()),
      narrower: z.array(z.string()),
      applies_from: z.record(z.string(), z.iso.date()),
    }),
  })
  .parse(
    JSON.parse(readFileSync(fileURLToPath(new URL("../../../db/seed/content/regions.json", import.meta.url)), "utf8")),
  );

test("the directory of laws and authorities is dated as its file is", () => {
  expect(DIRECTORY_AS_OF).toBe(shipped.directory_as_of);
});

test("the law of every country of the European Economic Area is the one that has a name in each language", () => {
  const ofEea = shipped.countries.filter(({ groups }) => groups.includes("EEA"));
  expect(ofEea).toHaveLength(30);
  expect(ofEea.filter(({ law }) => law !== GDPR_NAME)).toEqual([]);
});

test("the states with a privacy law are those of its file, on its day", () => {
  const { as_of, codes, narrower, applies_from } = shipped.us_states_with_comprehensive_privacy_law;
  const ofKind = (kind: string) => homeStates.filter((state) => stateLaw(state).kind === kind).map((s) => `US-${s}`);
  expect(STATE_LAWS_AS_OF).toBe(as_of);
  expect(ofKind("comprehensive").sort()).toEqual([...codes].sort());
  expect(ofKind("narrower")).toEqual(narrower);
  const later = homeStates.flatMap((state) => {
    const { from } = stateLaw(state);
    return from === null ? [] : [[`US-${state}`, from] as const];
  });
  expect(Object.fromEntries(later)).toEqual(applies_from);
});
