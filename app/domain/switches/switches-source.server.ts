import { switches } from "~db/schema/switches";
import type { Context } from "../context";
import { createPolled, type Polled } from "../polled";
import type { SwitchName } from "./switch-effects";

/** What is switched on. */
export interface SwitchBoard {
  /** @param campaignId for the switches that are a campaign's own */
  isOn(name: SwitchName, campaignId?: string): boolean;
}

export type SwitchesSource = Polled<SwitchBoard>;

const READ_EVERY_MS = 1_000;

/** Follows the switches in the database: a change is in force everywhere within two seconds, without a restart. */
export function createSwitchesSource(
  ctx: Pick<Context, "db">,
  settings: { onError?: (error: unknown) => void } = {},
): SwitchesSource {
  return createPolled({ read: () => readSwitches(ctx), everyMs: READ_EVERY_MS, ...settings });
}

/** Reads the switches now. */
export async function readSwitches(ctx: Pick<Context, "db">): Promise<SwitchBoard> {
  const rows = await ctx.db.select({ name: switches.name, scope: switches.scope }).from(switches);
  const on = new Set(rows.map(({ name, scope }) => `${name} ${scope}`));
  return { isOn: (name, campaignId = "all") => on.has(`${name} ${campaignId}`) };
}
