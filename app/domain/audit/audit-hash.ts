import { createHash } from "node:crypto";
import type { auditLog } from "~db/schema/audit";

/** What the first row has in place of the hash of one before it. */
export const CHAIN_START = "0".repeat(64);

type AuditRow = typeof auditLog.$inferSelect;

/** SHA-256 over all that a row of the audit log says, its position and the hash of the row before, hexadecimal. */
export function auditHash(row: Omit<AuditRow, "hash">): string {
  const { id, at, actor, action, campaignId, partnerId, facts, position, previousHash } = row;
  const said = [position, previousHash, id, at.toISOString(), actor, action, campaignId, partnerId, inOrder(facts)];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

/** A JSON column gives its keys back in an order of its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, inOrder(one)]),
  );
}
