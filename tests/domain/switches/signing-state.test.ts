import { expect, test } from "vitest";
import { signingState } from "~/domain/switches/signing-state";

const campaign = { id: "ours" };
const board = (...on: string[]) => ({
  isOn: (name: string, campaignId = "all") => on.includes(`${name} ${campaignId}`),
});

test.each([
  [board(), "open"],
  [board("signatures-paused ours"), "paused"],
  [board("signatures-paused other"), "open"],
  [board("read-only all"), "readOnly"],
  [board("read-only all", "signatures-paused ours"), "readOnly"],
  [board("mail-paused all", "under-attack ours", "regions-paused all"), "open"],
  [null, "open"],
])("case %#: %j", (on, state) => {
  expect(signingState(on, campaign)).toBe(state);
});
