import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { installDebianPackages } from "./debian-packages";
import { MissingToolError } from "./missing-tool";

const OLDEST_MAJOR = 15;
const what = `PostgreSQL ${OLDEST_MAJOR} or newer`;
const advice = "install its server and put its programs on the PATH";

/** Where packagers put the programs, besides the PATH: Debian, Fedora, Homebrew on both kinds of Mac, Postgres.app. */
const folders = [
  "/usr/lib/postgresql/*/bin",
  "/usr/pgsql-*/bin",
  "/opt/homebrew/opt/postgresql*/bin",
  "/usr/local/opt/postgresql*/bin",
  "/Applications/Postgres.app/Contents/Versions/*/bin",
];

/**
 * The folder with the newest `postgres` and `initdb`, installed from Debian's packages where they are missing.
 * @throws {MissingToolError}
 */
export function ensurePostgres(): string {
  const found = findPostgres();
  if (found !== null) return found;
  installDebianPackages(what, ["postgresql"], advice);
  const installed = findPostgres();
  if (installed === null) throw new MissingToolError(what, `Debian's package is older here; ${advice}`);
  return installed;
}

/** @throws {MissingToolError} */
export function getPostgres(): string {
  const found = findPostgres();
  if (found === null) throw new MissingToolError(what, `only \`npm test\` installs it; ${advice}`);
  return found;
}

function findPostgres(): string | null {
  const onPath = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = [...onPath, ...folders.flatMap(expand)]
    .filter((folder) => existsSync(path.join(folder, "postgres")))
    // A link to `postgres` alone leads to the folder where its companions are.
    .map((folder) => path.dirname(realpathSync(path.join(folder, "postgres"))))
    .filter((folder) => existsSync(path.join(folder, "initdb")));
  const usable = [...new Set(candidates)]
    .map((folder) => ({ folder, major: majorOf(folder) }))
    .filter(({ major }) => major >= OLDEST_MAJOR)
    .sort((a, b) => b.major - a.major);
  return usable[0]?.folder ?? null;
}

function majorOf(folder: string): number {
  const { stdout } = spawnSync(path.join(folder, "postgres"), ["--version"], { encoding: "utf8" });
  return Number(/\(PostgreSQL\) (\d+)/.exec(stdout ?? "")?.[1] ?? 0);
}

/** Folders that match a pattern with at most one star. */
function expand(pattern: string): string[] {
  const [before = "", after = ""] = pattern.split("*");
  const parent = path.dirname(`${before}x`);
  if (!existsSync(parent)) return [];
  const prefix = before.slice(parent.length + 1);
  const [, rest = ""] = /^[^/]*\/(.*)$/.exec(after) ?? [];
  return readdirSync(parent)
    .filter((name) => name.startsWith(prefix))
    .map((name) => path.join(parent, name, rest));
}
