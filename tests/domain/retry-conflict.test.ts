import { describe, expect, test } from "vitest";
import { isOfOneRow, isTryingAgainUseful, retryConflict } from "~/domain/retry-conflict";

/** An error as the driver gives it, inside the one of the query builder. */
const refused = (code: string) => new Error("Failed query", { cause: Object.assign(new Error("refused"), { code }) });

/** Fails a number of times, and then succeeds. */
function failing(times: number, code: string) {
  let calls = 0;
  return {
    calls: () => calls,
    work: async () => {
      calls++;
      if (calls <= times) throw refused(code);
      return calls;
    },
  };
}

test.each(["23505", "40001", "40P01"])("work that another got in the way of (%s) is done again", async (code) => {
  const { work } = failing(3, code);
  expect(await retryConflict(work)).toBe(4);
});

test("but not without end", async () => {
  const { work, calls } = failing(99, "40P01");
  await expect(retryConflict(work)).rejects.toThrow("Failed query");
  expect(calls()).toBe(4);
});

test.each(["57014", "53300", "ECONNRESET", "23503"])("and never for %s", async (code) => {
  const { work, calls } = failing(1, code);
  await expect(retryConflict(work)).rejects.toThrow();
  expect(calls()).toBe(1);
});

describe("What an error of many rows tells", () => {
  test.each([
    ["22P05", true, true],
    ["22001", true, true],
    ["23503", true, true],
    ["40P01", true, true],
    ["57014", false, false],
    ["08006", false, false],
    ["EPIPE", false, false],
    ["CONNECTION_CLOSED", false, false],
  ])("%s", (code, isUseful, isOfOne) => {
    expect(isTryingAgainUseful(refused(code))).toBe(isUseful);
    expect(isOfOneRow(refused(code))).toBe(isOfOne);
  });

  test("a row that could not be read is that row's fault", () => {
    const unreadable = new Error("The sealed text was changed.");
    expect(isOfOneRow(unreadable)).toBe(true);
    expect(isTryingAgainUseful(unreadable)).toBe(false);
  });
});
