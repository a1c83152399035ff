import { describe, expect, test } from "vitest";
import { viewCall } from "~/domain/contacts/call-view";
import {
  addDone,
  channelsDone,
  countReached,
  type DoneContact,
  readProgress,
  setProgress,
} from "~/domain/contacts/flow-progress";
import { nextToCall } from "~/domain/contacts/next-call";
import { findYourLawmakers } from "~/domain/lawmakers/find-your-lawmakers";
import { listYourOffices } from "~/domain/lawmakers/your-offices";
import { index, now } from "../lawmakers/index-of-tests";

const query = (text: string) => new URLSearchParams(text);
const called = (office: string): DoneContact => ({ office, channel: "phone" });
const offices = ["P000145", "S001150", "P000197"];

describe("What was done in this visit", () => {
  test("is read from the address and written there again, each once", () => {
    const progress = readProgress(
      query("done=P000145.phone&zip=94110&done=P000145.form&done=P000145.phone&done=CA-14.letter"),
    );
    expect(progress).toEqual([
      called("P000145"),
      { office: "P000145", channel: "form" },
      { office: "CA-14", channel: "letter" },
    ]);
    expect(setProgress(query("zip=94110&done=X"), progress).toString()).toBe(
      "zip=94110&done=P000145.phone&done=P000145.form&done=CA-14.letter",
    );
  });

  test.each([
    "",
    "P000145",
    "P000145.bribe",
    "p000145.phone",
    "<script>.phone",
    "P000145.phone\n",
    "constructor.phone",
  ])("is not %j", (entry) => {
    expect(readProgress(query(new URLSearchParams({ done: entry }).toString()))).toEqual([]);
  });

  test("is no longer than anybody needs", () => {
    const many = Array.from({ length: 500 }, (_, at) => `done=A${String(at).padStart(6, "0")}.phone`).join("&");
    expect(readProgress(query(many))).toHaveLength(24);
    expect(addDone(readProgress(query(many)), called("P000145"))).toHaveLength(24);
    expect(addDone(readProgress(query(many)), called("P000145")).at(-1)).toEqual(called("P000145"));
  });

  test("counts offices, not ways, and only those on the page", () => {
    const progress = readProgress(query("done=P000145.phone&done=P000145.form&done=Z999999.phone&done=P000197.letter"));
    expect(countReached(progress, offices)).toBe(2);
    expect(channelsDone(progress, "P000145")).toEqual(["phone", "form"]);
    expect(channelsDone(progress, "S001150")).toEqual([]);
  });
});

describe("The office to call next", () => {
  test("is the next one that was not called, in their order", () => {
    expect(nextToCall(offices, [], null)).toBe("P000145");
    expect(nextToCall(offices, [called("P000145")], null)).toBe("S001150");
    expect(nextToCall(offices, [called("S001150")], "P000145")).toBe("P000197");
    expect(nextToCall(offices, [{ office: "S001150", channel: "letter" }], "P000145")).toBe("S001150");
  });

  test("is none at the end, also where one was skipped", () => {
    expect(nextToCall(offices, [called("S001150")], "P000197")).toBeNull();
    expect(nextToCall(offices, offices.map(called), null)).toBeNull();
  });
});

describe("The screens of a call", () => {
  const yours = findYourLawmakers(index, { zip: "94110", state: null, district: null, isAbroad: false }, now);
  if (!yours) throw new Error("No facts are known.");
  const list = listYourOffices(yours);
  const [first, second, third] = list.map(({ office }) => office);
  if (first === undefined || second === undefined || third === undefined)
    throw new Error("There are not three offices.");
  const asked = { office: null, isFinished: false, progress: [], zip: "94110", script: null };

  test("begin with the first office, or with the one that is asked for", () => {
    expect(viewCall(list, asked).screen).toMatchObject({ office: first, position: 1, next: second });
    expect(viewCall(list, { ...asked, office: third }).screen).toMatchObject({
      office: third,
      position: 3,
      next: null,
    });
    expect(viewCall(list, { ...asked, office: "Z999999" }).screen).toMatchObject({ office: first });
    expect(viewCall(list, { ...asked, progress: [called(first)] }).screen).toMatchObject({ office: second });
  });

  test("end when all were called, or when it is said", () => {
    const view = viewCall(list, { ...asked, progress: [called(first), called(second), called(third)] });
    expect(view).toMatchObject({ screen: null, reached: 3 });
    expect(viewCall(list, { ...asked, isFinished: true })).toMatchObject({ screen: null, reached: 0 });
  });
});
