import { createContext } from "~/context.server";
import type { Context } from "~/domain/context";
import { type Env, readEnv } from "~/env.server";
import { demoKeys, type PiiKeys } from "~/services/pii-keys.server";
import { connectDatabase } from "~db/connect";
import { DataDirInUseError } from "~db/data-dir-lock";
import { isMigrated } from "~db/migrate";

/** What was typed can't be done; the message says what to type instead. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

interface Opened {
  ctx: Context;
  env: Env;
  keys: PiiKeys;
}

/**
 * Runs a command that staff type: reads what was typed, opens the database of the settings, does `work`, closes it,
 * and tells in words what stopped it. The exit code is 1 then.
 */
export function staffCommand<Typed>(
  readTyped: () => Typed,
  work: (opened: Opened, typed: Typed) => Promise<void>,
): Promise<void> {
  return commandWithoutDatabase(readTyped, (typed) => withDatabase((opened) => work(opened, typed)));
}

/** As {@link staffCommand}, for one that may not need the database, and opens it itself where it does. */
export async function commandWithoutDatabase<Typed>(
  readTyped: () => Typed,
  work: (typed: Typed) => Promise<void>,
): Promise<void> {
  try {
    await work(readTyped());
  } catch (error) {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** Opens the database of the settings for `work`, and closes it. */
export async function withDatabase<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
  const env = readEnv();
  const connection = await connectDatabase({ databaseUrl: env.DATABASE_URL, dataDir: env.DATA_DIR });
  try {
    if (!(await isMigrated(connection.db).catch(unmigratedIsFalse))) {
      throw new UsageError(
        "The database does not have this version's tables yet. Start the product once, then try again.",
      );
    }
    const keys = env.PII_KEYS ?? demoKeys(env.DATA_DIR).piiKeys;
    return await work({ ctx: createContext(connection.db, keys), env, keys });
  } finally {
    await connection.close();
  }
}

/**
 * The person who gives the order, for the audit log.
 * @throws {UsageError} when nobody is named
 */
export function namedPerson(by: string | undefined): string {
  const name = by?.trim() ?? "";
  if (name === "" || name.length > 80) {
    throw new UsageError("Say who you are: --by NAME, of at most 80 characters. It is written into the audit log.");
  }
  return name;
}

function unmigratedIsFalse(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    // PostgreSQL, appendix A: undefined_table, invalid_schema_name.
    if ("code" in cause && (cause.code === "42P01" || cause.code === "3F000")) return false;
  }
  throw error;
}

/** Only messages that are ours: one of the driver may quote what a query held. */
function wordsOf(error: unknown): string {
  if (error instanceof DataDirInUseError) {
    return (
      "The product is running, and the embedded database can be open in one process only. Stop it (Ctrl-C), run this " +
      "command again, and start it again. On PostgreSQL commands work while it runs."
    );
  }
  if (!(error instanceof Error)) return String(error);
  if ("query" in error) return `The database does not answer, or refuses (${codeOf(error.cause)}).`;
  return error.message;
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "no reason given";
}
