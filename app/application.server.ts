import type { i18n } from "i18next";
import { connectDatabase } from "~db/connect";
import type { DatabaseConnection } from "~db/database";
import { listDurabilityRisks } from "~db/durability";
import { isMigrated, migrateDatabase } from "~db/migrate";
import { seedDatabase } from "~db/seed/seed";
import { createContext } from "./context.server";
import { createNetworks, type Networks } from "./domain/abuse/network-hash.server";
import type { Context } from "./domain/context";
import { type CountsSource, createCountsSource } from "./domain/counting/counts-source.server";
import type { CwcChannel } from "./domain/deliveries/cwc-channel";
import type { Geocoder } from "./domain/lawmakers/address-form";
import { createFactsSource, type FactsSource } from "./domain/lawmakers/facts.server";
import { locateZip } from "./domain/lawmakers/locate-zip";
import { createShapeFiles, type ShapeFiles } from "./domain/lawmakers/shapes/shape-files.server";
import { createPageViews, type PageViews } from "./domain/numbers/page-views.server";
import { type ConfirmByToken, createConfirmingDesk } from "./domain/signatures/confirm-together.server";
import { createSigningDesk, type TakeSignForm } from "./domain/signatures/take-sign-form.server";
import { createSwitchesSource, type SwitchesSource } from "./domain/switches/switches-source.server";
import type { Env } from "./env.server";
import { createTranslators } from "./i18n/instances.server";
import type { Locale } from "./i18n/locales";
import type { JobContext } from "./jobs/job-context";
import { createCwcChannel } from "./services/cwc-channel.server";
import { createGeocoder } from "./services/geocoder.server";
import { createLinkChecker } from "./services/link-checker.server";
import { createLocalMailer } from "./services/local-mailer.server";
import { createLog, errorFacts, exitOnFault, type Log } from "./services/log.server";
import { mailDomainsFor } from "./services/mail-domains.server";
import type { Mailer } from "./services/mailer";
import { demoKeys } from "./services/pii-keys.server";
import { createResendMailer } from "./services/resend-mailer.server";

/** The parts of the running product, put together once for a process. */
export interface Application {
  env: Env;
  ctx: Context;
  facts: FactsSource;
  shapeFiles: ShapeFiles;
  counts: CountsSource;
  switches: SwitchesSource;
  views: PageViews;
  takeSignForm: TakeSignForm;
  confirmByToken: ConfirmByToken;
  mailer: Mailer;
  /** Communicating with Congress; null without credentials. */
  cwc: CwcChannel | null;
  networks: Networks;
  /** Null without `GEOCODER_URL`. */
  geocoder: Geocoder | null;
  log: Log;
  translator(locale: Locale): i18n;
  /** Where the site is reached: `https://example.org`. */
  origin(): string;
  /** Tells the port once it is known; without `PUBLIC_ORIGIN` the links in mails need it. */
  listensOn(port: number): void;
  jobContext(): JobContext;
  /** Migrates, seeds and loads the facts; tries again until the database answers. Ends when `signal` aborts. */
  prepare(signal: AbortSignal): Promise<void>;
  /** Whether the database answers and has every migration. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Opens the database and puts the parts together.
 * @throws {DataDirInUseError} when another process has the embedded database open
 */
export async function createApplication(env: Env): Promise<Application> {
  const log = createLog(env.LOG_LEVEL);
  exitOnFault(log);
  const connection = await connectDatabase({ databaseUrl: env.DATABASE_URL, dataDir: env.DATA_DIR });
  const keys = env.PII_KEYS ?? demoKeys(env.DATA_DIR).piiKeys;
  const ctx = createContext(connection.db, keys);
  const mailer = createMailer(env, ctx);
  const mailDomains = mailDomainsFor(env);
  const links = createLinkChecker();
  const facts = createFactsSource(connection.db, {
    onError: (error) => log.warn("facts could not be checked", errorFacts(error)),
  });
  const counts = createCountsSource(ctx, {
    onError: (error) => log.warn("counts could not be read", errorFacts(error)),
  });
  const switches = createSwitchesSource(ctx, {
    onError: (error) => log.warn("switches could not be read", errorFacts(error)),
  });
  const views = createPageViews(ctx, {
    switches,
    onError: (error) => log.warn("page views wait to be counted", errorFacts(error)),
  });
  const translator = createTranslators({ withPseudoLocales: env.offersPseudoLocales });
  const cwc = createCwcChannel(env);
  let port = env.PORT;
  const origin = () => env.PUBLIC_ORIGIN ?? `http://localhost:${port}`;

  return {
    env,
    ctx,
    facts,
    shapeFiles: createShapeFiles(connection.db, facts.current),
    counts,
    switches,
    views,
    takeSignForm: createSigningDesk(ctx, switches),
    confirmByToken: createConfirmingDesk(ctx, (zip) => locateZip(facts.current(), zip, ctx.now())),
    mailer,
    cwc,
    networks: createNetworks(ctx),
    geocoder: env.GEOCODER_URL
      ? createGeocoder({ baseUrl: env.GEOCODER_URL, vintage: env.GEOCODER_VINTAGE, log })
      : null,
    log,
    translator,
    origin,
    listensOn(actual) {
      port = actual;
    },
    jobContext: () => ({
      ...ctx,
      mailer,
      mailDomains,
      cwc,
      facts,
      links,
      translator,
      origin,
      congressSyncFrom: env.CONGRESS_SYNC_FROM ?? null,
      log,
    }),
    async prepare(signal) {
      await prepare(connection, ctx, facts, log, signal);
      if (signal.aborted) return;
      if (connection.engine === "postgres") await warnOfRisks(connection, log);
      // What was switched on before a restart is on after it from the first page.
      await switches.load().catch(() => undefined);
      for (const source of [counts, switches, views]) source.start();
      // Asked for in the background, so that a gateway that is away keeps nothing from starting.
      for (const gateway of Object.values(cwc?.gateways ?? {})) gateway.knownOffices();
    },
    isReady: () => isMigrated(connection.db).catch(() => false),
    async close() {
      for (const source of [counts, switches]) source.stop();
      await views.stop();
      await connection.close();
    },
  };
}

async function warnOfRisks({ db }: DatabaseConnection, log: Log) {
  // A warning that can't be made must not keep the product from starting.
  const risks = await listDurabilityRisks(db).catch(() => []);
  for (const { setting, risk } of risks) log.warn("POSTGRESQL MAY LOSE WHAT IT HAS ACKNOWLEDGED", { setting, risk });
}

function createMailer(env: Env, ctx: Context): Mailer {
  return env.RESEND_API_KEY
    ? createResendMailer({ apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL, from: env.EMAIL_FROM })
    : createLocalMailer({ db: ctx.db, vault: ctx.vault, now: ctx.now, from: env.EMAIL_FROM });
}

async function prepare(
  connection: DatabaseConnection,
  ctx: Context,
  facts: FactsSource,
  log: Log,
  signal: AbortSignal,
) {
  for (let attempt = 1; !signal.aborted; attempt++) {
    try {
      await migrateDatabase(connection, (db) => seedDatabase(db, ctx.now()));
      await facts.load();
      return;
    } catch (error) {
      // The embedded database has nobody to wait for: a fault there is a fault of ours.
      if (connection.engine === "pglite") throw error;
      log.error("waiting for the database", { attempt, ...errorFacts(error) });
      await new Promise((resolve) => setTimeout(resolve, Math.min(500 * attempt, 5_000)));
    }
  }
}
