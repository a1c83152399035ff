import { expect, test } from "vitest";
import { stableId } from "~db/seed/stable-id";

test("two installations give a seeded row the same id", () => {
  expect(stableId("campaign", "privacy-for-all")).toBe("019b76da-a800-7886-beb1-a2cec10de978");
});

test("a stable id is a UUIDv7, and another one for another row", () => {
  expect(stableId("campaign", "a")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set([stableId("campaign", "a"), stableId("campaign", "b"), stableId("petition", "a")]).size).toBe(3);
});
