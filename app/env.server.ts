import { z } from "zod";
import { cwcSettings, missingCwcSettings } from "~/services/cwc-settings";
import { parsePiiKeys } from "~/services/pii-keys.server";

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const flag = z.enum(["1", "true", "0", "false"]).transform((value) => value === "1" || value === "true");
const piiKeys = z.string().transform((value, check) => {
  try {
    return parsePiiKeys(value);
  } catch {
    // A transform that throws would end the whole reading, and the other faulty settings would go unnamed.
    check.addIssue("keys");
    return z.NEVER;
  }
});
const secret = z.string().min(32);
const origin = z.url({ protocol: /^https?$/ }).transform((value) => new URL(value).origin);

const settings = z.object({
  NODE_ENV: optional(z.string()),
  PORT: optional(z.coerce.number().int().min(0).max(65535)),
  HOST: optional(z.string()),
  PUBLIC_ORIGIN: optional(origin),
  DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//)),
  DATABASE_REPLICA_URLS: optional(z.string()),
  SESSION_SECRET: optional(secret),
  PII_KEYS: optional(piiKeys),
  EMAIL_FROM: optional(z.string().min(3)),
  RESEND_API_KEY: optional(z.string().min(3)),
  RESEND_WEBHOOK_SECRET: optional(z.string().min(3)),
  RESEND_BASE_URL: optional(z.url({ protocol: /^https?$/ })),
  STRIPE_SECRET_KEY: optional(z.string().min(3)),
  STRIPE_WEBHOOK_SECRET: optional(z.string().min(3)),
  STRIPE_API_BASE: optional(z.url({ protocol: /^https?$/ })),
  ...cwcSettings,
  /** Of a service that speaks as the Census Geocoder does; without it nobody is asked for a street address. */
  GEOCODER_URL: optional(z.url({ protocol: /^https?$/ })),
  GEOCODER_VINTAGE: optional(z.string().regex(/^\w{1,60}$/)),
  LOG_LEVEL: optional(z.enum(["debug", "info", "warn", "error", "silent"])),
  TRUSTED_PROXIES: optional(z.string()),
  COUNTRY_HEADER: optional(z.string()),
  /** `off`: the web process does no later work; `npm run worker` does it. */
  WORKER: optional(z.enum(["on", "off"])),
  /** Where the facts about Congress are renewed from each month: a folder or an http(s) address. */
  CONGRESS_SYNC_FROM: optional(z.string().trim().min(1)),
  /** Pages in words that nobody speaks, made from English, for tests. */
  PSEUDO_LOCALES: optional(flag),
  CI: optional(flag.or(z.string().transform(() => true))),
});

/** Settings that have no default outside demo mode. */
const requiredOutsideDemo = ["PUBLIC_ORIGIN", "SESSION_SECRET", "PII_KEYS", "EMAIL_FROM", "RESEND_API_KEY"] as const;

type Settings = z.infer<typeof settings>;
export type Env = ReturnType<typeof complete>;

/**
 * Reads the settings of the process.
 * @throws {Error} that names every faulty setting together, and never a value
 */
export function readEnv(): Env {
  return parseEnv(process.env);
}

/** Validates settings from any source; see {@link readEnv}. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = settings.safeParse(source);
  const faulty = new Set(result.success ? [] : result.error.issues.map((issue) => String(issue.path[0])));
  if (source.DATABASE_URL) {
    for (const name of requiredOutsideDemo) if (!source[name]) faulty.add(name);
  }
  for (const name of missingCwcSettings(source)) faulty.add(name);
  if (!result.success || faulty.size > 0) {
    throw new Error(
      `Missing or invalid settings: ${[...faulty].sort().join(", ")}. README.md says what each must hold.`,
    );
  }
  return complete(result.data);
}

function complete(given: Settings) {
  const isDemo = given.DATABASE_URL === undefined;
  return {
    ...given,
    /** No `DATABASE_URL`: embedded database, generated keys, mail in the local mailbox. */
    isDemo,
    PORT: given.PORT ?? 3000,
    HOST: given.HOST ?? (isDemo ? "127.0.0.1" : "0.0.0.0"),
    DATA_DIR: given.DATA_DIR ?? "./data",
    EMAIL_FROM: given.EMAIL_FROM ?? "Privacy for All <demo@privacy-for-all.example>",
    LOG_LEVEL: given.LOG_LEVEL ?? "info",
    // The edition with the districts of the 119th Congress; the current one has those of the next (September 2026).
    GEOCODER_VINTAGE: given.GEOCODER_VINTAGE ?? "ACS2025_Current",
    TRUSTED_PROXIES: given.TRUSTED_PROXIES ?? "",
    /** Whether `/en-XA` and `/ar-XB` are there; never where a database of its own says that the site is meant. */
    offersPseudoLocales: isDemo && given.PSEUDO_LOCALES === true,
    workerInProcess: (given.WORKER ?? (isDemo ? "on" : "off")) === "on",
  };
}
