import { createApplication } from "./application.server";
import { buildIfNeeded } from "./build-if-needed.server";
import { DEMO_OWNER, makeDemoOwner } from "./domain/access/make-owner.server";
import { readEnv } from "./env.server";
import { startWebServer } from "./http/web-server.server";
import { localeNames, locales } from "./i18n/locales";
import { startWorker } from "./jobs/worker.server";

/** Of each its own address; the switch on every page has them all. */
const LANGUAGES_SHOWN = 3;

/** `npm start` and, with `--dev`, `npm run dev`: web server and, in the default set-up, the worker beside it. */
async function start() {
  const isDev = process.argv.includes("--dev");
  const settings = readEnv();
  const env = isDev ? { ...settings, offersPseudoLocales: true } : settings;
  if (!isDev) await buildIfNeeded();

  const app = await createApplication(env);
  const stopping = new AbortController();
  const prepared = app.prepare(stopping.signal);
  // The embedded database is this process's own: nothing can be shown before it is ready. PostgreSQL may be
  // away for a while, and then people get a page that says so.
  if (env.isDemo) {
    await prepared;
    await makeDemoOwner(app.ctx);
  }
  const web = await startWebServer(app, { isDev });
  app.listensOn(web.port);

  let stopWorker = async () => {};
  const stop = async () => {
    stopping.abort();
    await web.close();
    await stopWorker();
    await app.close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());

  announce(web.port, env.isDemo);
  await prepared;
  if (env.workerInProcess && !stopping.signal.aborted) stopWorker = startWorker(app.jobContext());
}

function announce(port: number, isDemo: boolean) {
  const at = `http://localhost:${port}`;
  const shown = locales.slice(0, LANGUAGES_SHOWN).map((locale) => `${localeNames[locale]} ${at}/${locale}`);
  const lines = [
    `Privacy for All runs on ${at}`,
    `  ${shown.join("   ")}   and ${locales.length - LANGUAGES_SHOWN} more languages`,
  ];
  if (isDemo) {
    lines.push(`  Mail goes to the local mailbox: ${at}/dev/mailbox`);
    lines.push(`  Portal: ${at}/portal (sign in as ${DEMO_OWNER})`);
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
