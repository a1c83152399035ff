import { expect, test } from "vitest";
import { createNetworkLimit } from "~/domain/abuse/network-limit.server";

function limitAt(start: string) {
  let now = Date.parse(start);
  let tokens = 0;
  const limit = createNetworkLimit({ now: () => new Date(now), newToken: () => `key ${tokens++}` });
  return { ...limit, advance: (ms: number) => (now += ms) };
}

test("a network may do something so often within an hour, and anew in the next", () => {
  const limit = limitAt("2026-11-23T12:30:00Z");
  const takes = () => limit.takes("contact", 2, "198.51.100.7");
  expect([takes(), takes(), takes()]).toEqual([true, true, false]);
  expect(limit.takes("contact", 2, "198.51.100.8"), "Another network").toBe(true);
  expect(limit.takes("report", 2, "198.51.100.7"), "Something else").toBe(true);
  limit.advance(30 * 60_000);
  expect(takes()).toBe(true);
});

test("an address that leads to nobody is never judged", () => {
  const limit = limitAt("2026-11-23T12:00:00Z");
  for (const address of [undefined, "127.0.0.1", "10.0.0.1", "nonsense"]) {
    for (let time = 0; time < 5; time++) expect(limit.takes("contact", 1, address)).toBe(true);
  }
});
