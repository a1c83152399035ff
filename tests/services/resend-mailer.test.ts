import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createResendMailer } from "~/services/resend-mailer.server";
import { type FakeResend, faults, startFakeResend } from "../support/fake-resend";

const from = "Privacy for All <hello@privacy.example>";
const mail = {
  to: "ada@example.org",
  subject: "Please confirm",
  html: "<p>Hello</p>",
  text: "Hello",
  headers: { "X-Campaign": "privacy-for-all" },
  idempotencyKey: "018f0000-0000-7000-8000-000000000001",
};

test(
  "a mail goes out whole, under its key and a User-Agent",
  withResend(async (resend) => {
    const mailer = createResendMailer({ apiKey: resend.apiKey, baseUrl: resend.url, from });
    const outcome = await mailer.send(mail);
    const { idempotencyKey, to, ...words } = mail;
    expect(resend.sent).toMatchObject([{ ...words, from, to: [to], idempotencyKey }]);
    expect(outcome).toEqual({ result: "sent", providerId: resend.sent[0]?.id });
  }),
);

test(
  "a repetition under the same key sends nothing again and gives the same id",
  withResend(async (resend) => {
    const mailer = createResendMailer({ apiKey: resend.apiKey, baseUrl: resend.url, from, timeoutMs: 300 });
    resend.fail(faults.acceptedThenReset);
    expect(await mailer.send(mail)).toMatchObject({ result: "retry" });
    expect(await mailer.send(mail)).toEqual({ result: "sent", providerId: resend.sent[0]?.id });
    expect(resend.sent).toHaveLength(1);
  }),
);

test(
  "a batch goes out in one call, whole, and once for its key",
  withResend(async (resend) => {
    const mailer = createResendMailer({ apiKey: resend.apiKey, baseUrl: resend.url, from, timeoutMs: 300 });
    const { idempotencyKey, ...words } = mail;
    const batch = { idempotencyKey, mails: [words, { ...words, to: "grace@example.org" }] };
    resend.fail(faults.acceptedThenReset);
    expect(await mailer.sendBatch(batch)).toMatchObject({ result: "retry" });
    expect(await mailer.sendBatch(batch)).toEqual({ result: "sent", providerIds: resend.sent.map(({ id }) => id) });
    expect(resend.sent).toMatchObject([
      { ...words, from, to: ["ada@example.org"], idempotencyKey },
      { ...words, from, to: ["grace@example.org"], idempotencyKey },
    ]);
    expect(resend.requests.every(({ path }) => path === "/emails/batch")).toBe(true);
  }),
);

test(
  "a batch with a bad address is refused whole, and its key stays free",
  withResend(async (resend) => {
    const mailer = createResendMailer({ apiKey: resend.apiKey, baseUrl: resend.url, from });
    const { idempotencyKey, ...words } = mail;
    const refused = await mailer.sendBatch({ idempotencyKey, mails: [words, { ...words, to: "nowhere" }] });
    expect(refused).toEqual({ result: "refused", reason: "validation_error 422" });
    expect(resend.sent).toEqual([]);
    expect(await mailer.sendBatch({ idempotencyKey, mails: [words] })).toMatchObject({ result: "sent" });
    expect(await mailer.sendBatch({ idempotencyKey, mails: [words, words] })).toEqual({
      result: "taken",
      reason: "invalid_idempotent_request 409",
    });
  }),
);

test(
  "an answer that names fewer mails than were sent is no proof",
  withServer(answering(200, { data: [{ id: "1" }] }), async (baseUrl) => {
    const { idempotencyKey, ...words } = mail;
    const mailer = createResendMailer({ apiKey: "re_test", baseUrl, from });
    const outcome = await mailer.sendBatch({ idempotencyKey, mails: [words, words] });
    expect(outcome).toEqual({ result: "retry", reason: "unknown_answer" });
  }),
);

test(
  "a call that is ended by us is of unknown outcome",
  withResend(async (resend) => {
    const mailer = createResendMailer({ apiKey: resend.apiKey, baseUrl: resend.url, from, timeoutMs: 600_000 });
    const cutting = new AbortController();
    resend.fail(faults.hang);
    const sending = mailer.send(mail, { signal: cutting.signal });
    cutting.abort();
    expect(await sending).toEqual({ result: "retry", reason: "application_error without an answer" });
    expect(await mailer.send(mail, { signal: cutting.signal })).toMatchObject({ result: "retry" });
  }),
);

test(
  "one worker that waits for its turns never asks more often than it may",
  withLimit(2, async (resend) => {
    const mailer = createResendMailer({ apiKey: resend.apiKey, baseUrl: resend.url, from });
    const { signal } = new AbortController();
    const outcomes: Promise<unknown>[] = [];
    for (let number = 0; number < 7; number++) {
      expect(await mailer.turn(signal)).toBe(true);
      outcomes.push(mailer.send({ ...mail, idempotencyKey: `job-${number}` }));
    }
    await Promise.all(outcomes);
    expect(resend.requests.map(({ status }) => status)).toEqual(Array(7).fill(200));
  }),
);

test(
  "what can pass is tried again",
  withResend(async (resend) => {
    const mailer = createResendMailer({ apiKey: resend.apiKey, baseUrl: resend.url, from, timeoutMs: 300 });
    const sendThrough = (fault: Parameters<FakeResend["fail"]>[0]) => {
      resend.fail(fault);
      return mailer.send(mail);
    };
    expect(await sendThrough(faults.rateLimited(7))).toEqual({
      result: "limited",
      reason: "rate_limit_exceeded 429",
      afterMs: 7_000,
    });
    expect(await sendThrough(faults.serverError)).toMatchObject({
      result: "retry",
      reason: "internal_server_error 500",
    });
    expect(await sendThrough({ answer: { status: 409, name: "concurrent_idempotent_requests" } })).toMatchObject({
      result: "retry",
      reason: "concurrent_idempotent_requests 409",
    });
    expect(await sendThrough(faults.reset)).toEqual({ result: "retry", reason: "application_error without an answer" });
    const started = performance.now();
    expect(await sendThrough(faults.hang)).toEqual({ result: "retry", reason: "application_error without an answer" });
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(resend.sent).toEqual([]);
  }),
);

test(
  "what can't pass as it is says why, with a reason that holds nothing of the mail",
  withResend(async (resend) => {
    const { apiKey, url: baseUrl } = resend;
    const mailer = createResendMailer({ apiKey, baseUrl, from });
    const refusals = [
      await mailer.send({ ...mail, to: "not an address" }),
      await createResendMailer({ apiKey: "re_wrong", baseUrl, from }).send(mail),
    ];
    resend.fail({ answer: { status: 401, name: "missing_api_key" } });
    refusals.push(await mailer.send(mail));
    await mailer.send(mail);
    refusals.push(await mailer.send({ ...mail, subject: "Another subject" }));
    expect(refusals).toEqual([
      { result: "refused", reason: "validation_error 422" },
      { result: "locked-out", reason: "invalid_api_key 403" },
      { result: "locked-out", reason: "missing_api_key 401" },
      { result: "taken", reason: "invalid_idempotent_request 409" },
    ]);
  }),
);

test(
  "a used-up quota is asked again hours later",
  withServer(
    answering(429, { statusCode: 429, name: "daily_quota_exceeded", message: "You have reached your daily quota." }),
    async (baseUrl) => {
      const outcome = await createResendMailer({ apiKey: "re_test", baseUrl, from }).send(mail);
      expect(outcome).toEqual({ result: "limited", reason: "daily_quota_exceeded 429", afterMs: 3 * 3_600_000 });
    },
  ),
);

test(
  "retry-after may be a date, and is not believed beyond a day",
  withServer(
    (_request, response) => {
      const soon = new Date(Date.now() + 90_000).toUTCString();
      const body = JSON.stringify({ statusCode: 503, name: "application_error", message: "Away" });
      response.writeHead(503, { "content-type": "application/json", "retry-after": soon }).end(body);
    },
    async (baseUrl) => {
      const outcome = await createResendMailer({ apiKey: "re_test", baseUrl, from }).send(mail);
      expect(outcome).toMatchObject({ result: "retry", reason: "application_error 503" });
      const afterMs = outcome.result === "retry" ? (outcome.afterMs ?? 0) : 0;
      expect(afterMs).toBeGreaterThan(80_000);
      expect(afterMs).toBeLessThanOrEqual(90_000);
    },
  ),
);

test.each([
  ["a page of a proxy in between", answering(502, "<html>Bad gateway</html>"), "application_error 502"],
  ["an error in another shape", answering(400, { error: "ada@example.org is odd" }), "unknown_answer"],
  ["an empty success", answering(200, {}), "unknown_answer"],
  ["a success that is no JSON", answering(200, "<html>Hello</html>"), "application_error without an answer"],
])("%s is no proof that the mail went out, and is tried again", async (_what, listener, reason) => {
  await withServer(listener, async (baseUrl) => {
    const outcome = await createResendMailer({ apiKey: "re_test", baseUrl, from }).send(mail);
    expect(outcome).toEqual({ result: "retry", reason });
  })();
});

test(
  "a server that starts to answer and falls silent is given up too",
  withServer(
    (_request, response) => {
      response.writeHead(200, { "content-type": "application/json" }).write(`{"id":`);
    },
    async (baseUrl) => {
      const mailer = createResendMailer({ apiKey: "re_test", baseUrl, from, timeoutMs: 200 });
      expect(await mailer.send(mail)).toMatchObject({ result: "retry" });
    },
  ),
);

test("nobody listening is no error of the mail", async () => {
  let deserted = "";
  await withServer(answering(200, {}), async (baseUrl) => {
    deserted = baseUrl;
  })();
  const outcome = await createResendMailer({ apiKey: "re_test", baseUrl: deserted, from }).send(mail);
  expect(outcome).toEqual({ result: "retry", reason: "application_error without an answer" });
});

function withResend(story: (resend: FakeResend) => Promise<void>): () => Promise<void> {
  return withLimit(1_000, story);
}

function withLimit(requestsPerSecond: number, story: (resend: FakeResend) => Promise<void>): () => Promise<void> {
  return async () => {
    const resend = await startFakeResend({ requestsPerSecond });
    try {
      await story(resend);
    } finally {
      await resend.close();
    }
  };
}

/** A server that answers otherwise than the protocol says. */
function withServer(listener: RequestListener, story: (baseUrl: string) => Promise<void>): () => Promise<void> {
  return async () => {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      await story(`http://127.0.0.1:${portOf(server.address())}`);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
}

function answering(status: number, body: unknown): RequestListener {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return (_request, response) => void response.writeHead(status, { "content-type": "application/json" }).end(text);
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return address.port;
}
