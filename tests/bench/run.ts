import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { buildIfNeeded } from "~/build-if-needed.server";
import { ensurePostgres } from "../support/postgres-programs";
import { measureAll } from "./measure-all";
import { printTable } from "./table";

/**
 * `npm run bench`: starts PostgreSQL and a production server on loopback and measures, side by side in one run.
 * `--short` takes about two minutes; `--json FILE` says where the figures go.
 */
const { values } = parseArgs({
  options: { short: { type: "boolean" }, json: { type: "string" }, only: { type: "string" } },
});
ensurePostgres();
await buildIfNeeded();
const figures = await measureAll({ isShort: values.short ?? false, only: values.only?.split(",") ?? null });
printTable(figures);
const file = values.json ?? "bench.json";
writeFileSync(
  file,
  `${JSON.stringify({ at: new Date().toISOString(), short: values.short ?? false, figures }, null, 2)}\n`,
);
console.log(`Figures written to ${file}.`);
process.exit(0);
