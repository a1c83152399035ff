import { expect, test } from "vitest";
import { createRequestLimit } from "~/http/request-limit";

function limitWithClock(perMinute: number) {
  let at = 0;
  const limit = createRequestLimit(perMinute, () => at);
  const takeMany = (address: string | undefined, many: number) =>
    Array.from({ length: many }, () => limit.take(address)).filter((wait) => wait === 0).length;
  const pass = (ms: number) => {
    at += ms;
  };
  return { limit, takeMany, pass };
}

test("a network may ask so often a minute, and again as time passes", () => {
  const { limit, takeMany, pass } = limitWithClock(60);
  expect(takeMany("203.0.113.9", 100)).toBe(60);
  expect(limit.take("203.0.113.9")).toBe(1);
  pass(10_000);
  expect(takeMany("203.0.113.9", 100)).toBe(10);
  pass(600_000);
  expect(takeMany("203.0.113.9", 100)).toBe(60);
});

test("each network counts for itself, an IPv6 one as a whole", () => {
  const { takeMany } = limitWithClock(10);
  expect(takeMany("203.0.113.9", 20)).toBe(10);
  expect(takeMany("203.0.113.10", 20)).toBe(10);
  expect(takeMany("2001:db8:1:2::1", 6) + takeMany("2001:db8:1:2::ffff", 6)).toBe(10);
  expect(takeMany("2001:db8:1:3::1", 20)).toBe(10);
});

test.each([undefined, "127.0.0.1", "10.1.2.3", "::1", "fc00::1", "no address"])(
  "%s tells nobody apart and is not limited",
  (address) => {
    expect(limitWithClock(10).takeMany(address, 100)).toBe(100);
  },
);

test("a flood of networks keeps the memory bounded and the busy ones limited", () => {
  const { takeMany, limit } = limitWithClock(2);
  for (let network = 0; network < 60_000; network++) {
    limit.take(`1.${network >> 16}.${(network >> 8) & 255}.${network & 255}`);
    if (network % 1_000 === 0) limit.take("203.0.113.9");
  }
  expect(takeMany("203.0.113.9", 5)).toBe(0);
});
