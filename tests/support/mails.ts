import { z } from "zod";

const addresses = z
  .union([z.string(), z.array(z.string())])
  .transform((to) => (Array.isArray(to) ? to.join(", ") : to));

/** A message as `/dev/mailbox.json` shows it. */
export const mails = z.array(
  z.object({
    id: z.string(),
    to: addresses,
    from: z.string(),
    subject: z.string(),
    html: z.string(),
    text: z.string(),
    headers: z.record(z.string(), z.string()),
    createdAt: z.string(),
  }),
);

export type Mail = z.infer<typeof mails>[number];
