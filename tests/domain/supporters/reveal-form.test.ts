import { expect, test } from "vitest";
import { revealForm } from "~/domain/supporters/reveal-form";

test("a reason is needed, in words where none of the list fits, and no address stands in them", () => {
  const id = "00000000-0000-4000-8000-000000000000";
  const faults = (form: Record<string, string>) =>
    revealForm
      .safeParse({ campaign: id, supporter: id, reason: "check", note: "", ...form })
      .error?.issues.map(({ path, message }) => [path[0], message]);
  expect(faults({})).toBeUndefined();
  expect(faults({ reason: "" })).toEqual([["reason", "reasonMissing"]]);
  expect(faults({ reason: "other" })).toEqual([["note", "noteMissing"]]);
  expect(faults({ reason: "other", note: "asked at our stall" })).toBeUndefined();
  expect(faults({ note: "it is ada@example.org" })).toEqual([["note", "noteWithAddress"]]);
  expect(faults({ note: "x".repeat(201) })).toEqual([["note", "tooLong"]]);
  expect(faults({ supporter: "1\0" })).toEqual([["supporter", "required"]]);
});
