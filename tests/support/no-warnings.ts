import { format } from "node:util";
import { afterEach, expect } from "vitest";

const heard: string[] = [];

for (const level of ["warn", "error"] as const) {
  const print = console[level];
  console[level] = (...words: unknown[]) => {
    heard.push(format(...words));
    print(...words);
  };
}
process.on("warning", (warning) => heard.push(String(warning)));

afterEach(() => {
  expect(takeWarnings(), "A test says nothing on the console that it does not expect.").toEqual([]);
});

/** What was said as a warning or an error since the last call. A test that expects it takes it. */
export function takeWarnings(): string[] {
  return heard.splice(0);
}
