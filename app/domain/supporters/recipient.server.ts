import { hosts } from "~db/schema/hosts";
import { partnerIdOf } from "../access/authorize";
import type { Actor } from "../content/actor";
import type { Context } from "../context";

/** To whom a yes was said: to a partner by name, or by subscribing to the newsletter to the host. */
export interface Recipient {
  /** As it stands in `sharings`. */
  id: string;
  /** Null for the host. */
  partnerId: string | null;
}

/** The recipient in whose name somebody acts. */
export async function recipientOf(ctx: Pick<Context, "db">, actor: Pick<Actor, "organization">): Promise<Recipient> {
  const partnerId = partnerIdOf(actor);
  if (partnerId !== null) return { id: partnerId, partnerId };
  const [host] = await ctx.db.select({ id: hosts.id }).from(hosts).limit(1);
  if (host === undefined) throw new Error("There is no host.");
  return { id: host.id, partnerId: null };
}
