import { and, eq, isNull, type SQL } from "drizzle-orm";
import { supporterExports } from "~db/schema/exports";
import { partnerIdOf } from "../access/authorize";
import type { Actor } from "../content/actor";
import type { Context } from "../context";
import { DomainError } from "../errors";

export type SupporterExport = typeof supporterExports.$inferSelect;

/** Whether an export is the actor's organization's. */
export function isOurs(actor: Pick<Actor, "organization">): SQL {
  const partnerId = partnerIdOf(actor);
  return partnerId === null ? isNull(supporterExports.partnerId) : eq(supporterExports.partnerId, partnerId);
}

/** Takes an export for the transaction of `tx`. @throws {DomainError} notFound for another organization's, too */
export async function holdExport(
  tx: Context,
  actor: Pick<Actor, "organization">,
  id: string,
): Promise<SupporterExport> {
  const [order] = await tx.db
    .select()
    .from(supporterExports)
    .where(and(eq(supporterExports.id, id), isOurs(actor)))
    .for("update");
  if (order === undefined) throw new DomainError("notFound");
  return order;
}
