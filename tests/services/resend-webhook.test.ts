import { describe, expect, test } from "vitest";
import { createResendWebhook } from "~/services/resend-webhook.server";
import { signedHeaders, webhookSecret } from "../support/resend-events";

const now = new Date("2026-05-01T12:00:00Z");
const webhook = createResendWebhook(webhookSecret);
const body = Buffer.from('{"type":"email.delivered"}');
const verify = (changes: Record<string, string | null> = {}, sent = body, at = now) => {
  const { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": signature } = signedHeaders(body, { at: now });
  return webhook.verify(sent, { id, timestamp, signature, ...changes }, at);
};

test("the signature of the documentation's example is accepted", () => {
  const example = createResendWebhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  const headers = {
    id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    timestamp: "1614265330",
    signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  };
  const sent = Buffer.from('{"test": 2432232314}');
  expect(example.verify(sent, headers, new Date(1_614_265_330_000))).toEqual({
    result: "genuine",
    id: headers.id,
    sentAt: new Date(1_614_265_330_000),
  });
});

test("a message is genuine whichever of its signatures fits, as while the secret is being changed", () => {
  const { "svix-signature": right } = signedHeaders(body, { at: now });
  const wrong = `v1,${Buffer.alloc(32).toString("base64")}`;
  for (const signature of [right, `${wrong} ${right}`, `${right} ${wrong}`, `v1a,${wrong} v2,x ${right}`]) {
    expect(verify({ signature })).toMatchObject({ result: "genuine", id: "msg_1" });
  }
});

describe("A message is forged", () => {
  test.each<[string, Record<string, string | null>]>([
    ["without an id", { id: null }],
    ["without a time", { timestamp: null }],
    ["without a signature", { signature: null }],
    ["with another id", { id: "msg_2" }],
    ["with another time", { timestamp: String(now.getTime() / 1_000 + 1) }],
    ["with a time that is none", { timestamp: "now" }],
    ["with an empty signature", { signature: "v1," }],
    ["with a signature that is none", { signature: "v1" }],
  ])("%s", (_how, changes) => {
    expect(verify(changes)).toEqual({ result: "forged" });
  });

  test("with another body, another version or another secret", () => {
    expect(verify({}, Buffer.from('{"type":"email.bounced"}'))).toEqual({ result: "forged" });
    const { "svix-signature": signature } = signedHeaders(body, { at: now });
    expect(verify({ signature: signature.replace("v1,", "v2,") })).toEqual({ result: "forged" });
    const other = signedHeaders(body, { at: now, secret: `whsec_${Buffer.alloc(24, 9).toString("base64")}` });
    expect(verify({ signature: other["svix-signature"] })).toEqual({ result: "forged" });
  });
});

test.each([
  [-300_001, "stale"],
  [-300_000, "genuine"],
  [300_000, "genuine"],
  [300_001, "stale"],
] as const)("read %i ms away from the time it was sent, a message is %s", (away, result) => {
  expect(verify({}, body, new Date(now.getTime() + away))).toMatchObject({ result });
});

test("a secret without a key is refused", () => {
  expect(() => createResendWebhook("whsec_")).toThrow("RESEND_WEBHOOK_SECRET");
});
