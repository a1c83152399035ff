import { createApplication } from "./application.server";
import { readEnv } from "./env.server";
import { startWorker } from "./jobs/worker.server";

/** `npm run worker`: does the later work. Any number of these may run beside each other on PostgreSQL. */
async function start() {
  const app = await createApplication(readEnv());
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
  void stopped.then(() => stopping.abort());
  await app.prepare(stopping.signal);
  if (stopping.signal.aborted) return app.close();

  const stopWorker = startWorker(app.jobContext());
  app.log.info("worker started");
  await stopped;
  await stopWorker();
  await app.close();
  // Whatever still hangs has no say any more: its jobs were given back.
  process.exit(0);
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
