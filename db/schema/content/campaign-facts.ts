import { z } from "zod";

/**
 * What of a campaign the public sees beside its texts: a part of `campaigns`, `petitions` and `campaign_wordings`. As
 * `campaigns.proposed_facts` it waits for the host's yes. Moments are ISO 8601.
 */
export const campaignFacts = z.object({
  goal: z.number().int().positive(),
  /** Null: as soon as it is public. */
  opensAt: z.iso.datetime().nullable(),
  closesAt: z.iso.datetime().nullable(),
  timeZone: z.string(),
  /** ISO 3166-1 alpha-2; empty: everybody. */
  countries: z.array(z.string()),
  shortName: z.string().nullable(),
  brandColour: z.string().nullable(),
  imageId: z.uuid().nullable(),
  logoImageId: z.uuid().nullable(),
  /** Ids of wordings; for what is not named, the newest. */
  wordings: z.array(z.uuid()),
});

export type CampaignFacts = z.infer<typeof campaignFacts>;
