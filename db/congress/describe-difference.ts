import type { FactsDifference } from "./compare-facts";
import { ordinal } from "./congress-dates";
import { type DifferenceSummary, summarizeDifference } from "./summarize-difference";

/** More lines of one kind are counted only: nobody reads a thousand. */
const MOST_LINES = 20;

/** The difference as lines for whoever runs the import. */
export function describeDifference(difference: FactsDifference): string[] {
  const summary = summarizeDifference(difference);
  const { before, after } = summary.asOf;
  const name = `${ordinal(summary.congress)} Congress`;
  if (!summary.isDifferent) return [`${name}, facts of ${after}: nothing has changed.`];
  if (before === null) return [`${name}, facts of ${after}: new.`, ...indented(totals(summary))];
  return [`${name}, facts of ${before} -> ${after}`, ...indented([...changes(summary), ...totals(summary)])];
}

function changes(summary: DifferenceSummary): string[] {
  const { left, came, fellVacant, filled, changed, districts, zips } = summary;
  return [
    ...section("Left", left),
    ...section("Came", came),
    ...section("Seats that fell vacant", fellVacant),
    ...section("Seats that were filled", filled),
    ...changed.flatMap(({ what, members }) =>
      section(
        `Changed ${what}`,
        members.map(({ member, before, after }) => `${member}: ${before} -> ${after}`),
      ),
    ),
    ...section("New districts", districts.came),
    ...section("Lost districts", districts.left),
    ...section("New ZIP codes", zips.came),
    ...section("Lost ZIP codes", zips.left),
    ...section(
      "Changed ZIP codes",
      zips.changed.map(({ zip, before, after }) => `${zip}: ${before} -> ${after}`),
    ),
    counted("House seats", {
      came: districts.came.length,
      left: districts.left.length,
      changed: districts.changed,
    }),
    counted("ZIP codes", { came: zips.came.length, left: zips.left.length, changed: zips.changed.length }),
    counted("ZIP prefixes", summary.zipPrefixes),
    counted("Places of ZIP codes", summary.zipPlaces),
    counted("Files of boundaries", summary.shapes),
  ];
}

function totals({ counts, vacant }: DifferenceSummary): string[] {
  return [
    `${counts.senators} senators, ${counts.houseMembers} House members, ${counts.districts} House seats`,
    `vacant: ${vacant.join(", ") || "none"}`,
    `${counts.zips} ZIP codes, ${counts.zipPrefixes} ZIP prefixes`,
    `${counts.zipPlaces} places of ZIP codes, ${counts.shapes} files of boundaries`,
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > MOST_LINES ? [`and ${lines.length - MOST_LINES} more`] : [];
  return [`${title}: ${lines.length}`, ...indented([...lines.slice(0, MOST_LINES), ...more])];
}

function counted(what: string, { came, left, changed }: DifferenceSummary["zipPrefixes"]): string {
  if (came + left + changed === 0) return `${what}: unchanged`;
  return `${what}: ${came} added, ${left} removed, ${changed} changed`;
}

function indented(lines: string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
