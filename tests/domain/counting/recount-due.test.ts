import { expect, test } from "vitest";
import { isRecountDue } from "~/domain/counting/recount-due";

test.each([
  ["none was ever made", null, "2026-11-23T12:00:00Z", true],
  ["half past two has come", "2026-11-23T02:30:04Z", "2026-11-24T02:30:00Z", true],
  ["it is not half past two yet", "2026-11-23T02:30:04Z", "2026-11-24T02:29:59Z", false],
  ["tonight's was made", "2026-11-24T02:30:00Z", "2026-11-24T02:31:00Z", false],
  ["staff recounted in the evening", "2026-11-23T22:00:00Z", "2026-11-24T02:30:00Z", true],
  ["nobody was there at night", "2026-11-20T02:30:00Z", "2026-11-24T00:10:00Z", true],
])("where %s", (_, last, now, isDue) => {
  expect(isRecountDue(last === null ? null : new Date(last), new Date(now))).toBe(isDue);
});
