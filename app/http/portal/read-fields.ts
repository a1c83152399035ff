import type { z } from "zod";

/** What a form held, read by a schema: its output, or what was typed with one error code for each faulty field. */
export type ReadFields<Schema extends z.ZodType> =
  | { data: z.output<Schema>; errors: null; values: Record<string, string> }
  | { data: null; errors: Record<string, string>; values: Record<string, string> };

/**
 * Reads a form by a schema whose messages are error codes.
 * @param lists names of fields that may come several times, such as boxes
 */
export function readFields<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
  lists: readonly string[] = [],
): ReadFields<Schema> {
  const typed = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  const values = Object.fromEntries(typed);
  const given = {
    ...values,
    ...Object.fromEntries(lists.map((name) => [name, typed.filter(([key]) => key === name).map(([, value]) => value)])),
  };
  const read = schema.safeParse(given);
  if (read.success) return { data: read.data, errors: null, values };
  const errors: Record<string, string> = {};
  for (const { path, message } of read.error.issues) errors[String(path[0] ?? "")] ??= message;
  return { data: null, errors, values };
}
