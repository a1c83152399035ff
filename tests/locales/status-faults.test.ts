import { expect, test } from "vitest";
import { statusFaults } from "~locales/status-faults";

const english = { en: { status: "source" } };
const drafted = { status: "machine-drafted" };

test("a locale is drafted by a machine, or reviewed by somebody on a day", () => {
  const reviewed = { status: "reviewed", reviewedBy: "Wanjiku M.", reviewedOn: "2026-11-20" };
  expect(statusFaults({ ...english, ar: drafted, sw: reviewed }, ["en", "ar", "sw"])).toEqual([]);
});

test("a review without a person or a day is none", () => {
  const faults = statusFaults({ ...english, sw: { status: "reviewed", reviewedOn: "soon" } }, ["en", "sw"]);
  expect(faults.map((fault) => fault.split(": ").slice(0, 2).join(": "))).toEqual([
    "status.json: sw.reviewedBy",
    "status.json: sw.reviewedOn",
  ]);
});

test("every locale says how far it is, and only English is the source", () => {
  expect(statusFaults({ ...english, ar: { status: "source" } }, ["en", "ar", "sw"])).toEqual([
    "status.json: ar cannot be “source”",
    "status.json: sw is missing",
  ]);
});
