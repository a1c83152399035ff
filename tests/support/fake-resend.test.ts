import { Resend } from "resend";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FakeResend, faults, startFakeResend } from "./fake-resend";

let fake: FakeResend;
let resend: Resend;

beforeEach(async () => {
  fake = await startFakeResend({ requestsPerSecond: 3 });
  resend = new Resend(fake.apiKey, { baseUrl: fake.url });
});

afterEach(() => fake.close());

const mail = { from: "Privacy <hello@privacy.example>", to: "ada@example.org", subject: "Hello", text: "Hello Ada" };

test("a mail is accepted once under one key, and another mail under that key is refused", async () => {
  const first = await resend.emails.send(mail, { idempotencyKey: "job-1" });
  const again = await resend.emails.send(mail, { idempotencyKey: "job-1" });
  const other = await resend.emails.send({ ...mail, subject: "Changed" }, { idempotencyKey: "job-1" });
  expect(again.data).toEqual(first.data);
  expect(other.error).toMatchObject({ statusCode: 409, name: "invalid_idempotent_request" });
  expect(fake.sent).toMatchObject([{ to: ["ada@example.org"], subject: "Hello", idempotencyKey: "job-1" }]);
  expect(fake.mails()).toMatchObject([{ to: "ada@example.org", text: "Hello Ada", html: "" }]);
});

test("a batch answers with one id for each mail, and is refused whole when one is faulty", async () => {
  const done = await resend.batch.send([mail, { ...mail, to: "eve@example.org" }], { idempotencyKey: "batch-1" });
  expect(done.data?.data).toHaveLength(2);
  const faulty = await resend.batch.send([mail, { ...mail, to: "nobody" }]);
  expect(faulty.error).toMatchObject({ statusCode: 422, name: "validation_error" });
  expect(fake.sent).toHaveLength(2);
});

test("a permissive batch leaves out the faulty mails and names them", async () => {
  const batchValidation = "permissive";
  const done = await resend.batch.send([{ ...mail, to: "nobody" }, mail], { batchValidation });
  expect(done.data).toMatchObject({ data: [{ id: fake.sent[0]?.id }], errors: [{ index: 0 }] });
  expect(fake.sent).toHaveLength(1);
});

test("a batch under a known key is accepted once, and other mails under that key are refused", async () => {
  const batch = [mail, { ...mail, to: "eve@example.org" }];
  const first = await resend.batch.send(batch, { idempotencyKey: "batch-2" });
  expect((await resend.batch.send(batch, { idempotencyKey: "batch-2" })).data).toEqual(first.data);
  const shorter = await resend.batch.send([mail], { idempotencyKey: "batch-2" });
  expect(shorter.error).toMatchObject({ statusCode: 409, name: "invalid_idempotent_request" });
  expect(fake.sent).toHaveLength(2);
});

test("a key is busy while its first request is at work, free after a refusal, and forgotten after a day", async () => {
  let now = 0;
  const slow = await startFakeResend({ requestsPerSecond: 100, workMs: 20, now: () => now });
  try {
    const client = new Resend(slow.apiKey, { baseUrl: slow.url });
    const send = (to: string) => client.emails.send({ ...mail, to }, { idempotencyKey: "job-3" });
    expect((await send("nobody")).error).toMatchObject({ statusCode: 422 });
    const answers = await Promise.all([send("ada@example.org"), send("ada@example.org")]);
    expect(answers.map(({ error }) => error?.name ?? "sent").sort()).toEqual([
      "concurrent_idempotent_requests",
      "sent",
    ]);
    now = 24 * 60 * 60 * 1000 - 1;
    await send("ada@example.org");
    expect(slow.sent).toHaveLength(1);
    now += 1;
    await send("ada@example.org");
    expect(slow.sent).toHaveLength(2);
  } finally {
    await slow.close();
  }
});

test("more requests in a second than allowed are told when to come back", async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => resend.emails.send(mail)));
  const refused = answers.filter(({ error }) => error !== null);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.error?.name).toBe("rate_limit_exceeded");
  expect(refused[0]?.headers).toMatchObject({ "retry-after": "1", "ratelimit-limit": "3", "ratelimit-remaining": "0" });
  expect(fake.sent).toHaveLength(8 - refused.length);
});

test("planned faults come once each; a mail accepted before one is not accepted again", async () => {
  fake.fail(faults.acceptedThenReset, faults.serverError);
  const send = () => resend.emails.send(mail, { idempotencyKey: "job-2" });
  expect((await send()).error).toMatchObject({ statusCode: null, name: "application_error" });
  expect((await send()).error).toMatchObject({ statusCode: 500, name: "internal_server_error" });
  expect((await send()).data?.id).toBe(fake.sent[0]?.id);
  expect(fake.sent).toHaveLength(1);
  expect(fake.requests.map(({ status }) => status)).toEqual(["reset", 500, 200]);
});

test("a wrong key and a missing User-Agent are refused", async () => {
  const stranger = await new Resend("re_wrong", { baseUrl: fake.url }).emails.send(mail);
  expect(stranger.error).toMatchObject({ statusCode: 403, name: "invalid_api_key" });
  const headers = { authorization: `Bearer ${fake.apiKey}`, "user-agent": "" };
  expect((await fetch(`${fake.url}/emails`, { method: "POST", headers, body: "{}" })).status).toBe(403);
});
