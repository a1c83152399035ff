import { parseState } from "./district";
import { parseZip } from "./zip";

/** A ZIP code with what somebody knows of it. */
export interface ZipCase {
  /** Of the file, the first is 1. */
  line: number;
  zip: string;
  /** In two capital letters; none where no state is right, several for a ZIP code across a state line. */
  states: string[];
  /** Numbers of that state's districts, 0 = at large; none where the case names none. */
  districts: { state: string; district: number }[];
  /** In the file's own words: `split`, `military`, `po-box`. */
  kind: string;
}

export interface UnreadableRow {
  line: number;
  why: string;
}

const noState = new Set(["", "-", "NONE", "N/A", "NA", "NULL", "UNKNOWN", "XX", "ZZ"]);

/**
 * Reads cases from comma-separated values with the columns `zip`, `expected_state`, `expected_districts`, `kind`, in
 * any order and beside others; fields may be quoted. Districts stand apart by `;`, `|`, `/` or spaces and may be
 * written `11`, `CA-11` or `CA11`; at large is 0, `AL`, or the 98 and 99 of other sources.
 */
export function readZipCases(text: string): { cases: ZipCase[]; unreadable: UnreadableRow[] } {
  const [head = "", ...lines] = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const names = splitRow(head).map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_"),
  );
  const column = (...wanted: string[]) => names.findIndex((name) => wanted.includes(name));
  const columns = {
    zip: column("zip", "zip_code", "zipcode", "zip5"),
    states: column("expected_state", "expected_states", "state"),
    districts: column("expected_districts", "expected_district", "districts", "district"),
    kind: column("kind", "class", "type"),
  };
  if (columns.zip === -1) return { cases: [], unreadable: [{ line: 1, why: "there is no column zip" }] };

  const cases: ZipCase[] = [];
  const unreadable: UnreadableRow[] = [];
  for (const [index, row] of lines.entries()) {
    if (row.trim() === "") continue;
    const line = index + 2;
    const fields = splitRow(row);
    const field = (name: keyof typeof columns) => fields[columns[name]]?.trim() ?? "";
    const read = readCase(line, field);
    if (typeof read === "string") unreadable.push({ line, why: read });
    else cases.push(read);
  }
  return { cases, unreadable };
}

function readCase(line: number, field: (name: "zip" | "states" | "districts" | "kind") => string): ZipCase | string {
  const written = field("zip");
  // A spreadsheet drops the zeros in front.
  const zip = parseZip(/^\d{3,4}$/.test(written) ? written.padStart(5, "0") : written);
  if (zip === null) return `“${written.slice(0, 20)}” is no ZIP code`;
  const states = listed(field("states")).map(parseState);
  const noneSuch = states.find((state) => !/^[A-Z]{2}$/.test(state));
  if (noneSuch !== undefined) return `“${noneSuch.slice(0, 20)}” is no state in two letters`;
  const only = states.length === 1 ? (states[0] ?? "") : "";
  const districts: ZipCase["districts"] = [];
  for (const text of listed(field("districts"))) {
    const district = readDistrict(text, only);
    if (district === null) return `“${text.slice(0, 20)}” is no district`;
    districts.push(district);
    if (!states.includes(district.state)) states.push(district.state);
  }
  return { line, zip, states, districts, kind: field("kind") || "(no kind)" };
}

/** What stands in one field, apart by `;`, `|`, `/`, commas or spaces. */
function listed(field: string): string[] {
  return field.split(/[;|/\s,]+/).filter((text) => !noState.has(text.toUpperCase()));
}

function readDistrict(text: string, state: string): { state: string; district: number } | null {
  const [, own, number] = /^(?:([A-Z]{2})-?)?(\d{1,3}|AL)$/i.exec(text) ?? [];
  const of = own === undefined ? state : parseState(own);
  if (number === undefined || of === "") return null;
  const isAtLarge = /^(AL|98|99)$/i.test(number);
  return { state: of, district: isAtLarge ? 0 : Number(number) };
}

/** The fields of one record; a doubled quote inside quotes is one. */
function splitRow(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:\s*"((?:[^"]|"")*)"[^,]*|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'),
  );
}
