import { eq } from "drizzle-orm";
import { partners } from "~db/schema/partners";
import type { Context } from "../context";
import type { Actor } from "./actor";
import type { RightsRefusal } from "./rights";

/**
 * Whether a partner's own people may bring something of theirs before the public now. The host's people always may.
 * @param partnerId whose it is
 */
export async function refusalToGoPublic(
  { db }: Pick<Context, "db">,
  actor: Pick<Actor, "organization">,
  partnerId: string | null,
): Promise<Extract<RightsRefusal, "approval" | "paused"> | null> {
  if (actor.organization.kind === "host" || partnerId === null) return null;
  const [partner] = await db
    .select({ status: partners.status, needsApproval: partners.needsApproval })
    .from(partners)
    .where(eq(partners.id, partnerId));
  if (partner?.status !== "active") return "paused";
  return partner.needsApproval ? "approval" : null;
}
