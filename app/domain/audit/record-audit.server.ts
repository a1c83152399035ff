import { desc, isNotNull, sql } from "drizzle-orm";
import { auditLog } from "~db/schema/audit";
import type { Context } from "../context";
import { auditHash, CHAIN_START } from "./audit-hash";
import { AUTOMATIC_ACTOR } from "./audit-kinds";

/** The actor, where no person acted. */
export const AUTOMATIC = AUTOMATIC_ACTOR;

type AuditFact = string | number | boolean | null;

export interface AuditEntry {
  /** Who: a user, the person named to a command, or {@link AUTOMATIC_ACTOR}. */
  actor: string;
  /** What, as `subject.verb`: `strike.order`. */
  action: string;
  campaignId?: string;
  /** The partner for which, or about which, it was done. */
  partnerId?: string | null;
  /** Numbers, ids and settings; never a personal datum. */
  facts?: Readonly<Record<string, AuditFact | readonly AuditFact[]>>;
}

/** Held from the first entry of a transaction to its end, so that the chain has no fork: staff are few. */
const chainLock = sql`hashtextextended('privacy-for-all:audit-chain', 0)`;

/**
 * Writes down, in the transaction of `ctx.db`, what staff or the worker on their behalf did, as the next link of the chain.
 * Call it last: others who write wait until the transaction ends.
 */
export async function recordAudit(ctx: Pick<Context, "db" | "now" | "newId">, entry: AuditEntry): Promise<void> {
  await ctx.db.transaction(async (db) => {
    await db.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
    const [last] = await db
      .select({ position: auditLog.position, hash: auditLog.hash })
      .from(auditLog)
      .where(isNotNull(auditLog.position))
      .orderBy(desc(auditLog.position))
      .limit(1);
    const row = {
      id: ctx.newId(),
      at: ctx.now(),
      actor: entry.actor,
      action: entry.action,
      campaignId: entry.campaignId ?? null,
      partnerId: entry.partnerId ?? null,
      facts: entry.facts ?? {},
      position: (last?.position ?? 0) + 1,
      previousHash: last?.hash ?? CHAIN_START,
    };
    await db.insert(auditLog).values({ ...row, hash: auditHash(row) });
  });
}
