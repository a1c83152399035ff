import { expect, test } from "vitest";
import { readMailEvent } from "~/domain/suppressions/mail-event";
import { bounce, mailEvent } from "../../support/resend-events";

const ada = "ada@example.org";

test.each([
  ["email.bounced", bounce("Permanent"), "bounced"],
  ["email.bounced", {}, "bounced"],
  ["email.bounced", bounce("Transient"), undefined],
  ["email.bounced", bounce("Undetermined"), undefined],
  ["email.complained", {}, "complained"],
  ["email.suppressed", { suppressed: { type: "OnAccountSuppressionList", message: "…" } }, "bounced"],
  ["email.delivered", {}, undefined],
  ["email.delivery_delayed", {}, undefined],
  ["email.failed", { failed: { reason: "reached_daily_quota" } }, undefined],
  ["email.invented_tomorrow", {}, undefined],
])("%s %j", (type, more, reason) => {
  const event = readMailEvent(mailEvent(type, ada, more));
  const providerId = "56761188-7520-42d8-8898-ff6fc54ce618";
  expect(event).toMatchObject({ type, at: new Date("2026-04-30T23:41:12.126Z"), providerId });
  expect(event?.suppress ?? undefined).toEqual(reason && { emails: [ada], reason });
});

test.each([
  ["bounce", "bounced"],
  ["complaint", "complained"],
  ["manual", "bounced"],
])("an address that the service itself suppresses after a %s", (origin, reason) => {
  const text = JSON.stringify({ type: "suppression.added", data: { email: ada, origin, source_id: null } });
  const event = { type: "suppression.added", at: null, providerId: null, suppress: { emails: [ada], reason } };
  expect(readMailEvent(text)).toEqual(event);
});

test("every recipient of a mail is meant", () => {
  const two = readMailEvent(mailEvent("email.complained", [ada, "grace@example.org"]));
  expect(two?.suppress?.emails).toEqual([ada, "grace@example.org"]);
});

test.each([
  "",
  "no JSON",
  "null",
  "[]",
  "{}",
  '{"type":7}',
  '{"type":"a\\u0000b"}',
  '{"type":"email.bounced"}',
  '{"type":"email.bounced","data":{"to":[]}}',
  '{"type":"email.complained","data":{"to":null}}',
  '{"type":"suppression.added","data":{}}',
])("%j can't be read", (text) => {
  expect(readMailEvent(text)).toBeNull();
});
