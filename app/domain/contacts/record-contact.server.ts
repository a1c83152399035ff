import { isNull } from "drizzle-orm";
import { z } from "zod";
import { contacts } from "~db/schema/contacts";
import type { Context } from "../context";
import { stateOfOutcome } from "./contact-outcomes";

/** Which contact with an office somebody tells of. */
export const contactTarget = z.object({
  channel: z.enum(["phone", "form", "letter"]),
  /** A Bioguide id, or the seat (`CA-14`) where it is vacant. */
  office: z.string().regex(/^(?:[A-Z]\d{6}|[A-Z]{2}-\d{1,2})$/),
  requestKey: z.uuid(),
});

/** What somebody says of a contact with an office. */
export const contactForm = contactTarget
  .extend({ outcome: z.string() })
  .refine(({ channel, outcome }) => stateOfOutcome(channel, outcome) !== null);

export type ContactForm = z.infer<typeof contactForm>;

/**
 * Records what somebody said of a contact with an office. It names nobody; the same press twice is one row. Who goes back
 * and says something else of the same contact corrects it, until it is counted; afterwards it stays as it is.
 */
export async function recordContact(
  ctx: Context,
  campaignId: string,
  office: { congress: number; state: string; district: number | null },
  form: ContactForm,
  locale: string,
): Promise<void> {
  const state = stateOfOutcome(form.channel, form.outcome);
  if (state === null) return;
  await ctx.db
    .insert(contacts)
    .values({
      campaignId,
      id: ctx.newId(),
      congress: office.congress,
      office: form.office,
      usState: office.state,
      usDistrict: office.district,
      channel: form.channel,
      state,
      outcome: form.outcome,
      locale,
      requestKey: form.requestKey,
      at: ctx.now(),
    })
    .onConflictDoUpdate({
      target: [contacts.campaignId, contacts.requestKey, contacts.channel, contacts.office],
      set: { outcome: form.outcome, state },
      setWhere: isNull(contacts.countedAt),
    });
}
