import { isDatabaseAway } from "./database-away";

/** Why something can't be done now though it can in a moment, or null where an error is a fault. */
export function reasonToWait(error: unknown): "databaseAway" | "tooBusy" | null {
  // By its name, because the built pages hold no copy of the class that the server in front throws.
  if (error instanceof Error && error.name === "TooBusyError") return "tooBusy";
  return isDatabaseAway(error) ? "databaseAway" : null;
}
