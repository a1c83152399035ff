import { parseArgs } from "node:util";
import { AUTOMATIC } from "~/domain/audit/record-audit.server";
import { namedPerson, UsageError } from "./staff-command";

const usage = `Usage:
  npm run congress:sync -- --from DIR_OR_URL [--as-of YYYY-MM-DD] [--dry-run] [--json] [--by YOUR_NAME]
  npm run congress:sync -- --from DIR_OR_URL --force --by YOUR_NAME
  npm run congress:sync -- --roll-back CONGRESS --by YOUR_NAME
  npm run congress:sync -- --list [--json]`;

export type SyncOrder =
  | { order: "list"; isJson: boolean }
  | { order: "roll-back"; congress: number; by: string; isJson: boolean }
  | {
      order: "sync";
      from: string;
      asOf: string | undefined;
      isDryRun: boolean;
      isForced: boolean;
      by: string;
      isJson: boolean;
    };

/** What was typed. @throws {UsageError} */
export function readSyncArguments(args?: string[]): SyncOrder {
  try {
    const { values } = parseArgs({
      ...(args && { args }),
      options: {
        from: { type: "string" },
        "as-of": { type: "string" },
        "dry-run": { type: "boolean", default: false },
        force: { type: "boolean", default: false },
        "roll-back": { type: "string" },
        list: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        by: { type: "string" },
      },
    });
    const { from, "roll-back": rollBack, list, json: isJson, by, force: isForced, "dry-run": isDryRun } = values;
    if ([from, rollBack, list || undefined].filter((one) => one !== undefined).length !== 1) {
      throw new Error("Say one of --from, --roll-back and --list.");
    }
    if (list) return { order: "list", isJson };
    if (rollBack !== undefined) {
      if (!/^\d{3}$/.test(rollBack)) throw new Error("--roll-back needs the number of a Congress, such as 119.");
      return { order: "roll-back", congress: Number(rollBack), by: namedPerson(by), isJson };
    }
    if (from === undefined || from === "") throw new Error("--from is empty.");
    // Who believes what looks like damage has a name.
    const name = by === undefined && !isForced ? AUTOMATIC : namedPerson(by);
    return { order: "sync", from, asOf: values["as-of"], isDryRun, isForced, by: name, isJson };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
