import { z } from "zod";

const link = z.url({ protocol: /^https$/ });

/** `countries.regulator`: a data protection authority. Shown only where `verified` is true. */
export const regulator = z.object({
  name: z.string().min(1),
  abbreviation: z.string().min(1).nullable(),
  url: link.nullable(),
  complaintUrl: link.nullable(),
  verified: z.boolean(),
  /** English. */
  note: z.string().min(1).nullable(),
});

export type Regulator = z.infer<typeof regulator>;
