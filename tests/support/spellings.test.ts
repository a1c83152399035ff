import { expect, test } from "vitest";
import { findCanaries } from "./spellings";

const text = "Zyxwvut Kanarienvögel كناري";
const canaries = [{ what: "name", text }];
const find = (bytes: Buffer | string) => findCanaries(Buffer.from(bytes), canaries);

test.each<[string, Buffer | string]>([
  ["as it is", `x ${text} y`],
  ["in lower case", text.toLowerCase()],
  ["in base64", Buffer.from(`{"name":"${text}"}`).toString("base64")],
  ["in base64, one further", Buffer.from(`{"name:":"${text}"}`).toString("base64")],
  ["in base64, two further", Buffer.from(`{"name::":"${text}"}`).toString("base64url")],
  ["in hexadecimal", `\\x00${Buffer.from(text).toString("hex").toUpperCase()}00`],
  ["in a URL", `/?name=${encodeURIComponent(text)}&a`],
  ["in a form", new URLSearchParams({ name: text }).toString()],
  ["in UTF-16", Buffer.from(`x${text}y`, "utf16le")],
  ["in UTF-16, the other way round", Buffer.from(`x${text}y`, "utf16le").swap16()],
  ["in JSON with escapes", "Zyxwvut Kanarienv\\u00f6gel \\u0643\\u0646\\u0627\\u0631\\u064a"],
])("a text is found %s", (_, bytes) => {
  expect(find(bytes)).not.toEqual([]);
});

test("a text that is not there is not found", () => {
  expect(find("Zyxwvut Kanarienvogel")).toEqual([]);
});

test("a short one is found as a word and in hexadecimal, and not inside of another", () => {
  const zip = [{ what: "ZIP", text: "00417", isShort: true }];
  const isFound = (within: string) => findCanaries(Buffer.from(within), zip).length > 0;
  for (const within of ["\t00417\t", '{"zip":"00417"}', "zip=00417&", "3030343137"]) expect(isFound(within)).toBe(true);
  for (const within of ["a00417", "004170", "12:00:07.00417+00", "00417-11f0"]) expect(isFound(within)).toBe(false);
});
