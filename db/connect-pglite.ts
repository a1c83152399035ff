import path from "node:path";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { lockDataDir } from "./data-dir-lock";
import type { DatabaseConnection } from "./database";

/**
 * Opens the embedded database in a folder, for this process alone.
 * @throws {DataDirInUseError}
 */
export async function connectPglite(dataDir: string): Promise<DatabaseConnection> {
  const unlock = lockDataDir(dataDir);
  try {
    const connection = await openPglite({ dataDir: path.join(dataDir, "pglite") });
    return {
      ...connection,
      async close() {
        await connection.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Opens an embedded database as the options say; without a folder it lives in memory. */
export async function openPglite(options: PGliteOptions): Promise<DatabaseConnection & { client: PGlite }> {
  const client = await PGlite.create(options);
  const db = drizzle({ client });
  return {
    engine: "pglite",
    client,
    db,
    // One session in one process: nobody else is there to be kept out.
    withLock: (_name, work) => work(db),
    close: () => client.close(),
  };
}
