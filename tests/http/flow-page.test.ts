import { expect, test } from "vitest";
import { afterContact, flowPagePath, readFlowPage } from "~/http/flow-page";

const base = "/en/campaigns/privacy-for-all";

test.each([
  ["", "/lawmakers"],
  ["?zip=94110", "/lawmakers?zip=94110"],
  ["call?zip=94110&office=P000145&done=S001150.phone", "/lawmakers/call?zip=94110&office=P000145&done=S001150.phone"],
  ["write?zip=94110#office-P000145", "/lawmakers/write?zip=94110#office-P000145"],
  ["call?zip=94110&next=//evil.example&confirmed=1", "/lawmakers/call?zip=94110"],
  [`call?zip=${"9".repeat(41)}`, "/lawmakers/call"],
])("%s leads to a page of the flow", (text, path) => {
  const page = readFlowPage(text);
  if (!page) throw new Error("It leads nowhere.");
  expect(flowPagePath(base, page)).toBe(base + path);
});

test.each([
  "//evil.example",
  "https://evil.example",
  "/en",
  "call/../../x",
  "call\n",
  "javascript:alert(1)",
  "contact",
  "report",
  "call#<script>",
  "\\evil.example",
])("%j leads nowhere", (text) => {
  expect(readFlowPage(text)).toBeNull();
});

test("only what reached the office counts as done", () => {
  const next = readFlowPage("call?zip=94110&done=S001150.phone");
  if (!next) throw new Error("It leads nowhere.");
  const contact = { office: "P000145", channel: "phone" } as const;
  expect(afterContact(next, { ...contact, state: "reported" }).query.getAll("done")).toEqual([
    "S001150.phone",
    "P000145.phone",
  ]);
  expect(afterContact(next, { ...contact, state: "opened" }).query.getAll("done")).toEqual(["S001150.phone"]);
});
