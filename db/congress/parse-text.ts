import { parse as parseYaml } from "yaml";
import type { z } from "zod";
import { FactsError } from "./facts-error";
import { MAX_YAML_LENGTH } from "./file-limits";

/** Reads JSON and validates it. @throws {FactsError} */
export function parseJson<T extends z.ZodType>(name: string, text: string, schema: T): z.infer<T> {
  refuseWebPage(name, text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FactsError(`${name} is not valid JSON.`);
  }
  return validate(name, value, schema);
}

/** Reads YAML 1.2 (where a day without quotes stays a text) and validates it. @throws {FactsError} */
export function parseYamlText<T extends z.ZodType>(name: string, text: string, schema: T): z.infer<T> {
  refuseWebPage(name, text);
  if (text.length > MAX_YAML_LENGTH) throw new FactsError(`${name} is too large for YAML: give it as JSON.`);
  let value: unknown;
  try {
    // Without aliases: the sources have none, and a few nested ones unfold to more than memory holds.
    value = parseYaml(text, { schema: "core", logLevel: "error", maxAliasCount: 0 });
  } catch {
    throw new FactsError(`${name} is not valid YAML.`);
  }
  return validate(name, value, schema);
}

/**
 * Reads comma-separated values (RFC 4180) with a line of names on top, one record a line.
 * @param separator another character than the comma; fields stand without quotes then
 * @throws {FactsError} when a column is missing or a record does not fit
 */
export function parseCsv<T extends z.ZodObject>(name: string, text: string, row: T, separator = ","): z.infer<T>[] {
  refuseWebPage(name, text);
  const [head = "", ...lines] = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const split = separator === "," ? splitRecord : (line: string) => line.split(separator);
  const names = split(head);
  const columns = Object.keys(row.shape);
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new FactsError(`${name} has no column ${missing.join(", ")}.`);
  const places = columns.map((column) => names.indexOf(column));

  const rows: z.infer<T>[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === "") continue;
    const fields = split(line);
    const record = Object.fromEntries(columns.map((column, at) => [column, fields[places[at] ?? -1]]));
    const result = row.safeParse(record);
    if (!result.success) throw new FactsError(`${name}, line ${index + 2}: ${firstIssue(result.error)}.`);
    rows.push(result.data);
  }
  if (rows.length === 0) throw new FactsError(`${name} is empty.`);
  return rows;
}

/** @throws {FactsError} that names the place of the first fault */
export function validate<T extends z.ZodType>(name: string, value: unknown, schema: T): z.infer<T> {
  const result = schema.safeParse(value);
  if (!result.success) throw new FactsError(`${name}: ${firstIssue(result.error)}.`);
  return result.data;
}

function refuseWebPage(name: string, text: string) {
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) throw new FactsError(`${name} is a web page, not data.`);
  if (text.trim() === "") throw new FactsError(`${name} is empty.`);
}

function splitRecord(line: string): string[] {
  if (!line.includes('"')) return line.split(",");
  const fields = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
  return fields.map((field) =>
    field
      .replace(/,$/, "")
      .replace(/^"(.*)"$/s, "$1")
      .replaceAll('""', '"'),
  );
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return "it does not fit";
  const place = issue.path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return `${place.replace(/^\./, "")} ${issue.message.replace(/\.$/, "")}`.trim();
}
