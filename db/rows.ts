import { z } from "zod";

const row = z.record(z.string(), z.unknown());
const result = z.union([z.array(row), z.object({ rows: z.array(row) }).transform(({ rows }) => rows)]);

/** The rows of a raw query: one driver answers with an array, the other with an object that holds one. */
export function rowsOf(answer: unknown): Record<string, unknown>[] {
  return result.parse(Array.isArray(answer) ? [...answer] : answer);
}
