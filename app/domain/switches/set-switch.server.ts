import { and, eq } from "drizzle-orm";
import { switches } from "~db/schema/switches";
import { admitOrderer, type Orderer } from "../access/orderer";
import { recordAudit } from "../audit/record-audit.server";
import type { Context } from "../context";
import type { Switch } from "./find-switch.server";
import { switchEffects } from "./switch-effects";

/**
 * Turns a switch on or off and writes down who did it, in one transaction. It is in force in every process within two
 * seconds (`createSwitchesSource`). What is as wanted already stays as it is, with the day and name that it has. Turning
 * a grave one on needs a fresh proof; turning it off does not: while the site only shows, nobody could give one.
 * @throws {DomainError} notAllowed, proofNeeded
 */
export async function setSwitch(
  ctx: Pick<Context, "db" | "now" | "newId">,
  { name, campaign }: Switch,
  wanted: { isOn: boolean; by: Orderer },
): Promise<"changed" | "unchanged"> {
  const isGrave = wanted.isOn && switchEffects[name].isGrave;
  const by = admitOrderer(ctx, wanted.by, { permission: "operations.act", isGrave });
  const scope = campaign?.id ?? "all";
  return ctx.db.transaction(async (db) => {
    const changed = wanted.isOn
      ? await db
          .insert(switches)
          .values({ name, scope, since: ctx.now(), changedBy: by })
          .onConflictDoNothing()
          .returning({ name: switches.name })
      : await db
          .delete(switches)
          .where(and(eq(switches.name, name), eq(switches.scope, scope)))
          .returning({ name: switches.name });
    if (changed.length === 0) return "unchanged";
    await recordAudit(
      { ...ctx, db },
      {
        actor: by,
        action: wanted.isOn ? "switch.on" : "switch.off",
        ...(campaign && { campaignId: campaign.id }),
        facts: { name },
      },
    );
    return "changed";
  });
}
