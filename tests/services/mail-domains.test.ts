import { Resolver } from "node:dns/promises";
import { expect, test } from "vitest";
import { noMailDomains } from "~/domain/abuse/mail-domains";
import { createMailDomains, mailDomainsFor } from "~/services/mail-domains.server";
import { startFakeDns, type Zone } from "../support/fake-dns";

const zone: Zone = {
  "with-mx.example": { MX: [[10, "mail.with-mx.example"]] },
  "null-mx.example": { MX: [[0, "."]], A: ["192.0.2.1"] },
  "only-a.example": { A: ["192.0.2.1"] },
  "only-aaaa.example": { AAAA: ["2001:0db8:0000:0000:0000:0000:0000:0001"] },
  "empty.example": {},
  "failing.example": "fails",
  "hanging.example": "hangs",
};

/** Asks a DNS server of the test's own, with a clock that stands still until it is moved. */
async function withDns(
  story: (set: {
    domains: ReturnType<typeof createMailDomains>;
    questions: string[];
    advance(ms: number): void;
  }) => Promise<void>,
) {
  const dns = await startFakeDns(zone);
  const resolver = new Resolver({ timeout: 200, tries: 1 });
  resolver.setServers([dns.address]);
  let now = 0;
  try {
    const domains = createMailDomains({ resolver, timeoutMs: 1_000, now: () => now });
    const advance = (ms: number) => {
      now += ms;
    };
    await story({ domains, questions: dns.questions, advance });
  } finally {
    resolver.cancel();
    await dns.close();
  }
}

test.each([
  ["with-mx.example", "takes-mail", "it names a mail server"],
  ["null-mx.example", "takes-none", "it says that it takes no mail"],
  ["only-a.example", "takes-mail", "its own address is its mail server"],
  ["only-aaaa.example", "takes-mail", "its own address is its mail server"],
  ["empty.example", "takes-none", "it has neither"],
  ["missing.example", "takes-none", "it does not exist"],
  ["failing.example", "unknown", "the server fails"],
  ["hanging.example", "unknown", "the server does not answer"],
])("%s: %s, because %s", (domain, answer) =>
  withDns(async ({ domains }) => {
    expect(domains.known(domain)).toBeNull();
    expect(await domains.lookUp(domain)).toBe(answer);
    expect(domains.known(domain)).toBe(answer);
  }),
);

test("an answer is kept for hours, and what is unknown is asked again after a minute", () =>
  withDns(async ({ domains, questions, advance }) => {
    for (let turn = 0; turn < 3; turn++) {
      await domains.lookUp("with-mx.example");
      await domains.lookUp("failing.example");
    }
    expect(questions.filter((question) => question === "MX with-mx.example")).toHaveLength(1);
    const asked = questions.length;
    advance(61_000);
    expect(domains.known("failing.example")).toBeNull();
    expect(domains.known("with-mx.example")).toBe("takes-mail");
    await domains.lookUp("failing.example");
    expect(questions.length).toBeGreaterThan(asked);
    advance(6 * 3_600_000);
    expect(domains.known("with-mx.example")).toBeNull();
  }));

test("who asks is answered in time, whatever the resolver does", async () => {
  const never = () => new Promise<never>(() => undefined);
  const domains = createMailDomains({
    resolver: { resolveMx: never, resolve4: never, resolve6: never },
    timeoutMs: 50,
  });
  expect(await domains.lookUp("example.org")).toBe("unknown");
});

test.each([
  [{}, false],
  [{ RESEND_BASE_URL: "https://api.resend.com" }, false],
  [{ RESEND_API_KEY: "re_test", RESEND_BASE_URL: "http://127.0.0.1:4000" }, false],
  [{ RESEND_API_KEY: "re_test", RESEND_BASE_URL: "http://localhost:4000" }, false],
  [{ RESEND_API_KEY: "re_test", RESEND_BASE_URL: "http://[::1]:4000" }, false],
  [{ RESEND_API_KEY: "re_test" }, true],
  [{ RESEND_API_KEY: "re_test", RESEND_BASE_URL: "https://mail.example" }, true],
])("with %j the DNS is asked: %s", (env, isAsked) => {
  expect(mailDomainsFor(env) !== noMailDomains).toBe(isAsked);
});
