import { describe, expect, test } from "vitest";
import type { Counts } from "~/domain/counting/counts-source.server";
import type { Regions } from "~/domain/counting/regions-source.server";
import { countAnswer } from "~/http/count-answer";
import { regionsAnswer } from "~/http/regions-answer";

const asOf = new Date("2026-11-23T12:00:00Z");
const counts: Counts = {
  asOf,
  byCampaign: new Map(),
  bySlug: new Map([["privacy-for-all", { count: 12_345, goal: 50_000 }]]),
};
const figures = { countries: { KE: 120 }, usDistricts: {}, unlisted: { countries: 12, usDistricts: 0 } };
const regions: Regions = { asOf, isPaused: false, bySlug: new Map([["privacy-for-all", figures]]) };

describe.each([
  ["count", (slug: string, isRead = true) => countAnswer(isRead ? counts : null, slug)],
  ["regions", (slug: string, isRead = true) => regionsAnswer(isRead ? regions : null, slug)],
])("The %s", (_, answer) => {
  test("may be kept by whoever stands between, longer while this site is away, and read by any site", () => {
    const { status, headers } = answer("privacy-for-all");
    expect(status).toBe(200);
    expect(headers["Content-Type"]).toBe("application/json; charset=utf-8");
    expect(headers["Access-Control-Allow-Origin"]).toBe("*");
    expect(headers["Cache-Control"]).toMatch(
      /^public, max-age=\d+, s-maxage=\d+, stale-while-revalidate=\d+, stale-if-error=\d+$/,
    );
    expect(Object.keys(headers)).not.toContain("Set-Cookie");
  });

  test.each(["no-such-campaign", "", "constructor", "__proto__"])("of “%s” is not found", (slug) => {
    const { status, headers, body } = answer(slug);
    expect(status).toBe(404);
    expect(headers["Cache-Control"]).toBe("no-store");
    expect(JSON.parse(body)).toEqual({ error: { code: "campaign-not-found", message: expect.any(String) } });
  });

  test("asks to come back where nothing was read yet", () => {
    const { status, headers, body } = answer("privacy-for-all", false);
    expect(status).toBe(503);
    expect(headers["Retry-After"]).toMatch(/^\d+$/);
    expect(JSON.parse(body).error.code).toBe("database-away");
  });
});

test("the count comes with the goal and its own time, and is five seconds old at most", () => {
  const { headers, body } = countAnswer(counts, "privacy-for-all");
  expect(JSON.parse(body)).toEqual({ count: 12_345, goal: 50_000, asOf: "2026-11-23T12:00:00.000Z" });
  const [kept = 0, staleAfter = 0] = ["s-maxage", "stale-while-revalidate"].map((name) =>
    Number(new RegExp(`${name}=(\\d+)`).exec(headers["Cache-Control"] ?? "")?.[1]),
  );
  const rollUpAndReading = 2;
  expect(rollUpAndReading + kept + staleAfter).toBeLessThanOrEqual(5);
});

test("the regions say below which number none is shown, and while they are paused", () => {
  const expected = { asOf: "2026-11-23T12:00:00.000Z", ...figures, suppressedBelow: 10 };
  expect(JSON.parse(regionsAnswer(regions, "privacy-for-all").body)).toEqual(expected);
  const paused = regionsAnswer({ ...regions, isPaused: true }, "privacy-for-all");
  expect(JSON.parse(paused.body)).toEqual({ ...expected, paused: true });
});
