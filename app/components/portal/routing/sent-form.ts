import { z } from "zod";

/** A form that was refused, as it comes back to the page. */
export const sentForm = z.object({
  intent: z.string(),
  errors: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.string()),
  lists: z.record(z.string(), z.array(z.string())),
});

export type SentForm = z.infer<typeof sentForm>;
