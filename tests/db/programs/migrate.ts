import { sql } from "drizzle-orm";
import { connectPostgres } from "~db/connect-postgres";
import { migrateDatabase } from "~db/migrate";

// Does what each process does when it starts on PostgreSQL, and notes its turn in the table `turns`.
const connection = connectPostgres(process.argv[2] ?? "");
await migrateDatabase(connection, async (db) => {
  await db.execute(sql`insert into turns (began) values (clock_timestamp())`);
  await db.execute(sql`select pg_sleep(0.2)`);
  await db.execute(sql`update turns set ended = clock_timestamp() where ended is null`);
});
await connection.close();
