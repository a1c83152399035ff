import { connectPostgres } from "~db/connect-postgres";
import type { FakeCwc } from "../../../support/fake-cwc";
import { testContext } from "../../../support/test-context";
import { deliveringContext, work } from "../delivering";

// Hands over what is due, in a process that a test can end in the middle of it.
const [url = "", env = "{}"] = process.argv.slice(2);
const settings: Pick<FakeCwc, "env"> = { env: JSON.parse(env) };
const connection = connectPostgres(url, { poolSize: 1 });
await work(deliveringContext(testContext(connection.db), settings));
await connection.close();
