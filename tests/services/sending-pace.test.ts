import { expect, test } from "vitest";
import { createSendingPace } from "~/services/sending-pace";

function paceAt(start = 0) {
  let at = start;
  const pace = createSendingPace(() => at);
  const call = (remaining: number | null, how: Parameters<ReturnType<typeof pace.begin>["end"]>[0] = "answered") =>
    pace.begin().end(how, remaining === null ? null : { remaining, resetMs: 1_000 });
  const advance = (ms: number) => {
    at += ms;
  };
  return { pace, call, advance };
}

test("as many calls as the answer leaves may follow in its window, and then none until the next", () => {
  const { pace, call, advance } = paceAt();
  call(2);
  expect(pace.waitMs()).toBe(0);
  const [first, second] = [pace.begin(), pace.begin()];
  expect(pace.waitMs()).toBe(1_000);
  first.end("answered", { remaining: 1, resetMs: 900 });
  second.end("answered", { remaining: 0, resetMs: 800 });
  expect(pace.waitMs()).toBe(800);
  advance(800);
  expect(pace.waitMs()).toBe(0);
});

test("a window's first call goes alone, because only its answer tells what is left", () => {
  const { pace, call, advance } = paceAt();
  expect(pace.waitMs()).toBe(0);
  const first = pace.begin();
  expect(pace.waitMs()).toBe(Number.POSITIVE_INFINITY);
  first.end("answered", { remaining: 4, resetMs: 1_000 });
  expect(pace.waitMs()).toBe(0);
  advance(1_000);
  pace.begin();
  expect(pace.waitMs()).toBe(Number.POSITIVE_INFINITY);
  call(null);
});

test("what other workers used up counts, and an answer that comes late does not", () => {
  const { pace } = paceAt();
  pace.begin().end("answered", { remaining: 4, resetMs: 1_000 });
  const [early, late] = [pace.begin(), pace.begin()];
  late.end("answered", { remaining: 0, resetMs: 1_000 });
  early.end("answered", { remaining: 3, resetMs: 1_000 });
  expect(pace.waitMs()).toBe(1_000);
});

test("being told to wait stops every call for so long", () => {
  const { pace, call, advance } = paceAt();
  call(3);
  call(0, { pauseMs: 30_000 });
  expect(pace.waitMs()).toBe(30_000);
  advance(29_999);
  expect(pace.waitMs()).toBe(1);
  advance(1);
  expect(pace.waitMs()).toBe(0);
});

test("a service that is away is asked less and less often, and at once again when it is back", () => {
  const { pace, call, advance } = paceAt();
  const waits: number[] = [];
  for (let failure = 0; failure < 8; failure++) {
    call(null, "troubled");
    waits.push(pace.waitMs());
    advance(pace.waitMs());
  }
  for (const [position, wait] of waits.entries()) {
    const base = Math.min(500 * 2 ** position, 10_000);
    expect(wait).toBeGreaterThanOrEqual(base * 0.75);
    expect(wait).toBeLessThanOrEqual(base * 1.25);
  }
  call(null);
  expect(pace.waitMs()).toBe(0);
});

test("who waits for a turn gets it when the call under way has ended, or gives up when told to stop", async () => {
  const pace = createSendingPace();
  const call = pace.begin();
  const never = new AbortController();
  const turn = pace.turn(never.signal);
  call.end("answered", { remaining: 1, resetMs: 60_000 });
  expect(await turn).toBe(true);

  pace.begin();
  const stopping = new AbortController();
  const given = pace.turn(stopping.signal);
  stopping.abort();
  expect(await given).toBe(false);
  expect(await pace.turn(stopping.signal)).toBe(false);
});
