import { z } from "zod";

/** What one post of the sign form said yes to, and the wordings that the form showed. */
export const consentChoices = z.object({
  newsletter: z.boolean(),
  partnerIds: z.array(z.uuid()),
  /** Whether the browser sent `Sec-GPC: 1`. Then `partnerIds` is empty. */
  gpc: z.boolean(),
  locale: z.string(),
  wordingIds: z.object({ petition: z.uuid(), newsletter: z.uuid(), partner_sharing: z.uuid() }),
});

export type ConsentChoices = z.infer<typeof consentChoices>;

/** Whether two posts chose the same. */
export function sameChoices(a: ConsentChoices, b: ConsentChoices): boolean {
  return (
    a.newsletter === b.newsletter &&
    a.partnerIds.length === b.partnerIds.length &&
    a.partnerIds.every((id) => b.partnerIds.includes(id))
  );
}
