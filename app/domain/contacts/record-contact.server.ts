import { z } from "zod";
import { contacts } from "~db/schema/contacts";
import type { Context } from "../context";
import { contactOutcomes, stateOfOutcome, type ToldChannel } from "./contact-outcomes";

/** What somebody says of a contact with an office. */
export const contactForm = z
  .object({
    channel: z.enum(["phone", "form", "letter"]),
    /** A Bioguide id, or the seat (`CA-14`) where it is vacant. */
    office: z.string().regex(/^(?:[A-Z]\d{6}|[A-Z]{2}-\d{1,2})$/),
    outcome: z.string(),
    requestKey: z.uuid(),
  })
  .refine(({ channel, outcome }) => stateOfOutcome(channel, outcome) !== null);

export type ContactForm = z.infer<typeof contactForm>;

/** The outcomes of a channel, in the order in which they are offered. */
export function outcomesOf(channel: ToldChannel): readonly string[] {
  return Object.keys(contactOutcomes[channel]);
}

/** Records what somebody said of a contact with an office. It names nobody; the same press twice is one row. */
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
    .onConflictDoNothing();
}
