import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { parseEnv } from "~/env.server";

const key = () => randomBytes(32).toString("base64");
const production = {
  DATABASE_URL: "postgres://app:secretpassword@db.example/privacy",
  PUBLIC_ORIGIN: "https://privacy.example/",
  SESSION_SECRET: key(),
  PII_KEYS: `lookup:${key()},k1:${key()}`,
  EMAIL_FROM: "Privacy for All <hello@privacy.example>",
  RESEND_API_KEY: "re_123456",
};

test("no setting at all is the demo, on this machine only", () => {
  expect(parseEnv({})).toMatchObject({
    isDemo: true,
    PORT: 3000,
    HOST: "127.0.0.1",
    DATA_DIR: "./data",
    LOG_LEVEL: "info",
    workerInProcess: true,
  });
});

test("an empty setting is none", () => {
  const empty = Object.fromEntries(
    [...Object.keys(production), "PORT", "LOG_LEVEL", "WORKER"].map((name) => [name, ""]),
  );
  expect(parseEnv(empty)).toEqual(parseEnv({}));
});

test("with a database and every secret it is no demo", () => {
  const env = parseEnv(production);
  expect(env).toMatchObject({
    isDemo: false,
    HOST: "0.0.0.0",
    PUBLIC_ORIGIN: "https://privacy.example",
    workerInProcess: false,
  });
  expect(env.PII_KEYS?.sealing.map(({ id }) => id)).toEqual(["k1"]);
  expect(parseEnv({ ...production, WORKER: "on" }).workerInProcess).toBe(true);
});

test("outside the demo every missing secret is named, all together", () => {
  expect(() => parseEnv({ DATABASE_URL: production.DATABASE_URL })).toThrow(
    "EMAIL_FROM, PII_KEYS, PUBLIC_ORIGIN, RESEND_API_KEY, SESSION_SECRET",
  );
});

test.each(Object.keys(production).filter((name) => name !== "DATABASE_URL"))(
  "%s has no default outside the demo",
  (name) => {
    expect(() => parseEnv({ ...production, [name]: undefined })).toThrow(name);
  },
);

test.each([
  ["PORT", "eighty"],
  ["PORT", "70000"],
  ["PUBLIC_ORIGIN", "privacy.example"],
  ["PUBLIC_ORIGIN", "ftp://privacy.example"],
  ["DATABASE_URL", "mysql://app@db.example/privacy"],
  ["SESSION_SECRET", "short"],
  ["PII_KEYS", "k1"],
  ["PII_KEYS", "k1:short"],
  ["LOG_LEVEL", "loud"],
  ["WORKER", "perhaps"],
  ["RESEND_BASE_URL", "localhost"],
])("a faulty %s is named, and its value is not", (name, value) => {
  const message = messageOf({ ...production, [name]: value });
  expect(message).toContain(`invalid settings: ${name}.`);
  expect(message).not.toContain(`${value}`);
});

test("every faulty setting is named together, and no value is", () => {
  const message = messageOf({
    DATABASE_URL: "mysql://app:hunter2hunter2@db.example/privacy",
    PII_KEYS: "hunter2hunter2",
    SESSION_SECRET: "hunter2",
    PORT: "hunter2",
  });
  expect(message).toContain("DATABASE_URL, EMAIL_FROM, PII_KEYS, PORT, PUBLIC_ORIGIN, RESEND_API_KEY, SESSION_SECRET");
  expect(message).not.toContain("hunter2");
});

function messageOf(source: Record<string, string>): string {
  try {
    parseEnv(source);
  } catch (error) {
    return String(error instanceof Error ? `${error.message} ${error.stack} ${error.cause}` : error);
  }
  throw new Error("The settings were accepted.");
}

test("facts about Congress are renewed only where a source is named", () => {
  expect(parseEnv({}).CONGRESS_SYNC_FROM).toBeUndefined();
  const from = "https://unitedstates.github.io/congress-legislators/";
  expect(parseEnv({ CONGRESS_SYNC_FROM: ` ${from}` }).CONGRESS_SYNC_FROM).toBe(from);
});

test("words that nobody speaks are there for tests only", () => {
  expect(parseEnv({}).offersPseudoLocales).toBe(false);
  expect(parseEnv({ PSEUDO_LOCALES: "1" }).offersPseudoLocales).toBe(true);
  expect(parseEnv({ ...production, PSEUDO_LOCALES: "1" }).offersPseudoLocales).toBe(false);
});
