import type { TestProject } from "vitest/node";
import { connectPostgres } from "~db/connect-postgres";
import { createDatabase, type PostgresCluster, startPostgres } from "./postgres";
import { migrateAndSeed } from "./seeded";

declare module "vitest" {
  interface ProvidedContext {
    postgres: { adminUrl: string; seeded: string };
  }
}

const seeded = "seeded";

declare global {
  /** One server for all projects of a run: each project loads this file anew, but into one process. */
  var postgresOfRun: { cluster: Promise<PostgresCluster>; users: number } | undefined;
}

export default async function setup(project: TestProject) {
  globalThis.postgresOfRun ??= { cluster: startSeeded(), users: 0 };
  const shared = globalThis.postgresOfRun;
  shared.users++;
  const cluster = await shared.cluster;
  project.provide("postgres", { adminUrl: cluster.url(), seeded });
  return async () => {
    shared.users--;
    if (shared.users === 0) await cluster.remove();
  };
}

async function startSeeded(): Promise<PostgresCluster> {
  const cluster = await startPostgres();
  const connection = connectPostgres(await createDatabase(cluster.url(), { name: seeded }));
  try {
    await migrateAndSeed(connection);
  } finally {
    await connection.close();
  }
  return cluster;
}
