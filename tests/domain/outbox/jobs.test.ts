import { expect, test } from "vitest";
import { FIRST_MAIL_PRIORITY, jobs } from "~/domain/outbox/jobs";

test("the priority of a job tells whether it is mail, because workers lease by it", () => {
  for (const [name, { mail, priority }] of Object.entries(jobs)) {
    expect([name, priority >= FIRST_MAIL_PRIORITY]).toEqual([name, mail !== null]);
  }
});

test("what somebody waits for goes out before notices, and those before what nobody asked for", () => {
  const order = ["email-confirmation", "email-already-signed", "email-reminder"] as const;
  const ranks = order.map((name) => jobs[name].priority);
  expect(new Set(ranks).size).toBe(3);
  expect([...ranks].sort((a, b) => a - b)).toEqual(ranks);
});
