import { rollUp } from "~/domain/counting/roll-up.server";
import { connectPostgres } from "~db/connect-postgres";
import { testContext } from "../../../support/test-context";

// Counts once, in a process that a test can end in the middle of it.
const connection = connectPostgres(process.argv[2] ?? "", { poolSize: 1 });
await rollUp(testContext(connection.db));
await connection.close();
