import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { TallyReporter } from "./support/tally-reporter";

declare module "vitest" {
  interface ProvidedContext {
    /** The engine that a project's tests run on. */
    engine: "pglite" | "postgres";
  }
}

const folder = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

const onPglite = { globalSetup: "tests/support/pglite.setup.ts", provide: { engine: "pglite" as const } };
const onPostgres = { globalSetup: "tests/support/postgres.setup.ts", provide: { engine: "postgres" as const } };
/** Long enough for a machine that is several times slower than two quiet cores: it ends what hangs and judges no speed. */
const slow = { testTimeout: 180_000, hookTimeout: 180_000 };
/** An embedded database takes about 450 MB, and a browser with a server more. */
const heavy = { ...slow, maxWorkers: 2 };

/**
 * A test file's name tells what it needs, and so the projects that run it: `*.test.ts` nothing, `*.db.test.ts`
 * a database (once on each engine), `*.postgres.test.ts` PostgreSQL, `*.journey.test.ts` the built product and
 * a browser (once on each engine), `*.pages.test.ts` these two once: what pages look like is the same on both engines.
 */
const projects = {
  unit: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/**/*.{db,postgres,journey,pages}.test.ts"],
    setupFiles: "tests/support/no-warnings.ts",
    maxWorkers: "100%",
    ...slow,
  },
  "database-pglite": {
    include: ["tests/**/*.db.test.ts"],
    setupFiles: "tests/support/no-warnings.ts",
    ...onPglite,
    ...heavy,
  },
  "database-postgres": {
    include: ["tests/**/*.db.test.ts"],
    setupFiles: "tests/support/no-warnings.ts",
    maxWorkers: "100%",
    ...onPostgres,
    ...slow,
  },
  "postgres-only": {
    include: ["tests/**/*.postgres.test.ts"],
    setupFiles: "tests/support/no-warnings.ts",
    ...onPostgres,
    ...heavy,
  },
  "journeys-embedded": { include: ["tests/**/*.journey.test.ts"], provide: onPglite.provide, ...heavy },
  // Two languages at a time before one server: a browser draws each with a core of its own.
  pages: {
    include: ["tests/**/*.pages.test.ts"],
    provide: onPglite.provide,
    ...slow,
    testTimeout: 600_000,
    maxConcurrency: 2,
  },
  "journeys-postgres": { include: ["tests/**/*.journey.test.ts"], ...onPostgres, ...heavy },
};

export default defineConfig({
  root: folder("."),
  resolve: {
    alias: { "~db": folder("db"), "~emails": folder("emails"), "~locales": folder("locales"), "~": folder("app") },
  },
  test: {
    reporters: ["default", new TallyReporter()],
    allowOnly: false,
    projects: Object.entries(projects).map(([name, options], index) => ({
      extends: true as const,
      // One project after the other: each finds the machine to itself.
      test: { name, ...options, sequence: { groupOrder: index + 1 } },
    })),
  },
});
