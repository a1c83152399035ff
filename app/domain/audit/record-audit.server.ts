import { auditLog } from "~db/schema/audit";
import type { Context } from "../context";

/** The actor, where no person acted. */
export const AUTOMATIC = "automatic";

type AuditFact = string | number | boolean | null;

export interface AuditEntry {
  /** Who: a user, the person named to a command, or {@link AUTOMATIC}. */
  actor: string;
  /** What, as `subject.verb`: `strike.order`. */
  action: string;
  campaignId?: string;
  /** Numbers, ids and settings; never a personal datum. */
  facts?: Readonly<Record<string, AuditFact | readonly AuditFact[]>>;
}

/** Writes down, in the transaction of `ctx.db`, what staff or the worker on their behalf did. */
export async function recordAudit(ctx: Pick<Context, "db" | "now" | "newId">, entry: AuditEntry): Promise<void> {
  await ctx.db.insert(auditLog).values({
    id: ctx.newId(),
    at: ctx.now(),
    actor: entry.actor,
    action: entry.action,
    campaignId: entry.campaignId ?? null,
    facts: entry.facts ?? {},
  });
}
