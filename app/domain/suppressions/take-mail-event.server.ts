import { mailEvents } from "~db/schema/suppressions";
import type { Context } from "../context";
import { attributeEvents } from "../mailings/attribute-events.server";
import { suppress } from "./find-suppressions.server";
import type { MailEvent } from "./mail-event";

/**
 * Takes an event of the mail service in, once: its id is kept in the transaction of its effect. No event lifts
 * a suppression, so they may come in any order.
 * @param message the id and moment under which the service sent it; the id stays the same when it is sent again
 */
export async function takeMailEvent(
  ctx: Context,
  message: { id: string; sentAt: Date },
  event: MailEvent,
): Promise<"taken" | "known"> {
  return ctx.db.transaction(async (db) => {
    const first = await db
      .insert(mailEvents)
      .values({
        id: message.id,
        type: event.type,
        at: event.at ?? message.sentAt,
        receivedAt: ctx.now(),
        providerId: event.suppress && event.providerId,
        suppresses: event.suppress?.reason ?? null,
      })
      .onConflictDoNothing()
      .returning({ id: mailEvents.id });
    if (first.length === 0) return "known";
    if (event.suppress) {
      for (const email of event.suppress.emails)
        await suppress({ ...ctx, db }, bareAddress(email), event.suppress.reason);
      if (event.providerId !== null) await attributeEvents({ ...ctx, db }, [event.providerId]);
    }
    return "taken";
  });
}

/** The address alone, where the service names it as `Name <address>`. */
function bareAddress(email: string): string {
  return /<([^<>]+)>\s*$/.exec(email)?.[1] ?? email.trim();
}
