import { z } from "zod";

const signatureMail = z.object({ campaignId: z.uuid(), signatureId: z.uuid() });

/**
 * Every later work by name, and the data it needs: ids, never a personal datum. What must reach somebody
 * who has no row here (the third person on a mailbox) travels sealed.
 */
export const jobPayloads = {
  "email-confirmation": z.object({ campaignId: z.uuid(), confirmationId: z.uuid() }),
  "email-already-signed": signatureMail,
  "email-mailbox-full": z.object({ campaignId: z.uuid(), recipientSealed: z.string(), locale: z.string() }),
} as const;

export type JobName = keyof typeof jobPayloads;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobPayloads)[Name]>;

/** Lower goes first. */
export const priorities = { confirmation: 10, notice: 20 } as const;
