import { type Changes, canonical, type FactsDifference, hasChanges, isDifferent } from "./compare-facts";
import { ordinal } from "./congress-dates";
import { countFacts, vacantSeats } from "./count-facts";
import { districtName } from "./district-name";
import { type Lawmaker, lawmaker } from "./facts";

/** The difference as lines for whoever runs the import. */
export function describeDifference(difference: FactsDifference): string[] {
  const { before, after } = difference;
  const name = `${ordinal(after.congress)} Congress`;
  if (!isDifferent(difference)) return [`${name}, facts of ${after.asOf}: nothing has changed.`];
  const counts = countFacts(after);
  const totals = [
    `${counts.senators} senators, ${counts.houseMembers} House members, ${counts.districts} House seats`,
    `vacant: ${vacantSeats(after).map(districtName).join(", ") || "none"}`,
    `${counts.zips} ZIP codes, ${counts.zipPrefixes} ZIP prefixes`,
    `${after.zipPlaces.length} places of ZIP codes, ${after.shapes.length} files of boundaries`,
  ];
  if (before === null) return [`${name}, facts of ${after.asOf}: new.`, ...indented(totals)];

  const lines = [`${name}, facts of ${before.asOf} -> ${after.asOf}`];
  if (after.asOf < before.asOf) lines.push("  Take care: these facts are older than those in the database.");
  lines.push(
    ...indented([
      ...difference.lawmakers.came.map((lawmaker) => `came     ${describeLawmaker(lawmaker)}`),
      ...difference.lawmakers.left.map((lawmaker) => `left     ${describeLawmaker(lawmaker)}`),
      ...difference.lawmakers.changed.map((change) => `changed  ${describeChange(change)}`),
      ...listFew("new district", difference.districts.came.map(districtName)),
      ...listFew("lost district", difference.districts.left.map(districtName)),
      summary("House seats", difference.districts),
      summary("ZIP codes", difference.zips),
      summary("ZIP prefixes", difference.zipPrefixes),
      summary("Places of ZIP codes", difference.zipPlaces),
      summary("Files of boundaries", difference.shapes),
      ...totals,
    ]),
  );
  return lines;
}

function describeLawmaker({ name, party, state, district, bioguide }: Lawmaker): string {
  return `${name} (${party}, ${district === null ? `Senate, ${state}` : districtName({ state, district })}) ${bioguide}`;
}

function describeChange({ before, after }: { before: Lawmaker; after: Lawmaker }): string {
  const changes = lawmaker.keyof().options.flatMap((field) => {
    const [old, now] = [before[field], after[field]];
    if (canonical(old) === canonical(now)) return [];
    const isPlain = (value: unknown) => value === null || typeof value !== "object";
    return isPlain(old) && isPlain(now) ? [`${field} ${String(old ?? "none")} -> ${String(now ?? "none")}`] : [field];
  });
  return `${describeLawmaker(after)}: ${changes.join("; ")}`;
}

function summary(what: string, changes: Changes<unknown>): string {
  if (!hasChanges(changes)) return `${what}: unchanged`;
  return `${what}: ${changes.came.length} added, ${changes.left.length} removed, ${changes.changed.length} changed`;
}

function listFew(what: string, names: string[]): string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, 20).join(", ");
  return [`${what}: ${shown}${names.length > 20 ? ` and ${names.length - 20} more` : ""}`];
}

function indented(lines: string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
