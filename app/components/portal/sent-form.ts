import { z } from "zod";

/** What a form held that was refused, as its page's action gave it back. */
export const sentForm = z.object({
  intent: z.string(),
  errors: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.string()),
});

export type SentForm = z.output<typeof sentForm>;
