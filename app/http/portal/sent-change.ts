import { z } from "zod";

/** A form of a campaign's facts that was not taken, as its page reads it. */
export const sentChange = z.object({
  intent: z.string(),
  errors: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.string()),
  outdated: z.object({ by: z.string(), at: z.date().nullable() }).nullable(),
});
