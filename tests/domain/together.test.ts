import { expect, test } from "vitest";
import { type TogetherSettings, TooBusyError, together } from "~/domain/together";

const settings: TogetherSettings = { groups: 1, members: 3, waiting: 100, patienceMs: 60_000 };

/** Work that is done when it is told to be, and remembers the groups it was given. */
function workAtHand(overrides: Partial<TogetherSettings> = {}) {
  const groups: string[][] = [];
  const open: { finish(): void; fail(error: Error): void }[] = [];
  const call = together(
    (inputs: string[]) =>
      new Promise<string[]>((resolve, reject) => {
        groups.push(inputs);
        open.push({ finish: () => resolve(inputs.map((input) => input.toUpperCase())), fail: reject });
      }),
    { ...settings, ...overrides },
  );
  return { call, groups, open };
}

const nextTurn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test("a lone call starts at once", async () => {
  const { call, groups, open } = workAtHand();
  const answer = call("a");
  await nextTurn();
  expect(groups).toEqual([["a"]]);
  open[0]?.finish();
  expect(await answer).toBe("A");
});

test("calls of one turn go together, each with its own answer, and who came first goes first", async () => {
  const { call, groups, open } = workAtHand();
  const answers = Promise.all(["a", "b", "c", "d", "e"].map(call));
  for (let group = 0; group < 2; group++) {
    await nextTurn();
    open[group]?.finish();
  }
  expect(await answers).toEqual(["A", "B", "C", "D", "E"]);
  expect(groups).toEqual([
    ["a", "b", "c"],
    ["d", "e"],
  ]);
});

test("what comes while all groups are at work forms the next one", async () => {
  const { call, groups, open } = workAtHand({ groups: 2 });
  const first = ["a", "b", "c", "d"].map(call);
  await nextTurn();
  const later = ["e", "f"].map(call);
  await nextTurn();
  expect(groups).toEqual([["a", "b", "c"], ["d"]]);
  open[1]?.finish();
  await nextTurn();
  expect(groups[2]).toEqual(["e", "f"]);
  open[0]?.finish();
  open[2]?.finish();
  expect(await Promise.all([...first, ...later])).toEqual(["A", "B", "C", "D", "E", "F"]);
});

test("a group that fails fails for its members alone, and the next one goes on", async () => {
  const { call, open } = workAtHand();
  const answers = Promise.allSettled(["a", "b", "c", "d"].map(call));
  await nextTurn();
  open[0]?.fail(new Error("away"));
  await nextTurn();
  open[1]?.finish();
  expect((await answers).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "fulfilled"]);
});

test("where an error may be one member's fault, only that one fails", async () => {
  const done: string[] = [];
  const call = together(
    async (inputs: string[]) => {
      if (inputs.includes("bad")) throw new Error("bad");
      done.push(...inputs);
      return inputs;
    },
    { ...settings, isOfOneMember: (error) => error instanceof Error && error.message === "bad" },
  );
  const answers = await Promise.allSettled(["a", "bad", "c"].map(call));
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(done).toEqual(["a", "c"]);
});

test("a group that is answered in part fails for the others", async () => {
  const call = together(async (inputs: string[]) => inputs.slice(0, 1), settings);
  const answers = await Promise.allSettled(["a", "b"].map(call));
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
});

test("more than may wait are turned away at once, and the others are served", async () => {
  const { call, open } = workAtHand({ waiting: 2 });
  const first = call("a");
  await nextTurn();
  const waiting = ["b", "c"].map(call);
  await expect(call("d")).rejects.toBeInstanceOf(TooBusyError);
  open[0]?.finish();
  await nextTurn();
  open[1]?.finish();
  expect(await Promise.all([first, ...waiting])).toEqual(["A", "B", "C"]);
});

test("who has waited for too long is turned away, and nothing is done for them", async () => {
  const { call, groups, open } = workAtHand({ patienceMs: 20 });
  const first = call("a");
  await nextTurn();
  const late = call("b");
  const outcome = expect(late).rejects.toBeInstanceOf(TooBusyError);
  await new Promise((resolve) => setTimeout(resolve, 40));
  const soon = call("c");
  open[0]?.finish();
  await outcome;
  await nextTurn();
  open[1]?.finish();
  expect(await Promise.all([first, soon])).toEqual(["A", "C"]);
  expect(groups).toEqual([["a"], ["c"]]);
});
