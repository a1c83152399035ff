import { expect, test } from "vitest";
import { maskedEmail, maskedName } from "~/domain/supporters/mask";

test.each([
  ["Ada Lovelace", "A•••", "ada@example.org", "a•••@•••"],
  ["é", "é•••", "é@example.org", "é•••@•••"],
  // One letter for a reader, several characters.
  ["नि", "नि•••", "न@example.org", "न•••@•••"],
  ["e\u0301lan", "e\u0301•••", "x", "x•••@•••"],
  // A family name would stand there whole.
  ["李小龍", "•••", "li@example.org", "l•••@•••"],
  ["김민지", "•••", "kim@example.org", "k•••@•••"],
  ["", "•••", "", "•••@•••"],
])("of %j a list shows %j", (name, shown, email, shownEmail) => {
  expect(maskedName(name)).toBe(shown);
  expect(maskedEmail(email)).toBe(shownEmail);
});
