import type { SwitchesSource } from "~/domain/switches/switches-source.server";
import { isDatabaseAway } from "./database-away";
import type { FaultCode } from "./faults";

/**
 * Why no form can be taken now, or null. Every handler that takes a POST asks before it does anything. Costs nothing: the
 * switches are in memory. A process that has not read them yet reads them first, so that a restart opens no gap.
 */
export async function refusalOfPosts(switches: SwitchesSource): Promise<FaultCode | null> {
  try {
    const board = switches.current() ?? (await switches.load());
    return board.isOn("read-only") ? "readOnly" : null;
  } catch (error) {
    if (isDatabaseAway(error)) return "databaseAway";
    throw error;
  }
}
