import { connectPglite } from "./connect-pglite";
import { connectPostgres } from "./connect-postgres";
import type { DatabaseConnection } from "./database";

/**
 * Opens the database that the settings name: PostgreSQL by its URL, else the embedded one in `dataDir`.
 * @throws {DataDirInUseError}
 */
export async function connectDatabase(settings: {
  databaseUrl?: string | undefined;
  dataDir: string;
}): Promise<DatabaseConnection> {
  return settings.databaseUrl ? connectPostgres(settings.databaseUrl) : connectPglite(settings.dataDir);
}
