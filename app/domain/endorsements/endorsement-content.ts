import { z } from "zod";
import { endorsementKinds } from "~db/schema/endorsements";

export type EndorsementKind = (typeof endorsementKinds)[number];
export { endorsementKinds };

/** What stands under a campaign in public, beside kind and country; an empty text where nothing was entered. */
export const endorsementContent = z.object({
  /** Of the organization, or of the person. */
  name: z.string(),
  /** Where a person works; empty for organizations. */
  affiliation: z.string(),
  role: z.string(),
  sentence: z.string(),
  website: z.string(),
});

export type EndorsementContent = z.infer<typeof endorsementContent>;
