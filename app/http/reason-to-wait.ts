import { TooBusyError } from "~/domain/together";
import { isDatabaseAway } from "./database-away";

/** Why something can't be done now though it can in a moment, or null where an error is a fault. */
export function reasonToWait(error: unknown): "databaseAway" | "tooBusy" | null {
  if (error instanceof TooBusyError) return "tooBusy";
  return isDatabaseAway(error) ? "databaseAway" : null;
}
