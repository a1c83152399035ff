import { z } from "zod";
import { partnerActions } from "../schema/partner-actions";
import { list, text } from "./file-parts";
import { readContent } from "./read-content";

const status = z.enum(partnerActions.status.enumValues);

const campaign = z.object({
  slug: text,
  action_type: z.enum(partnerActions.kind.enumValues),
  target: text,
  principles: list,
  status,
  translations: z.record(
    z.string(),
    z.object({ status, title: text, target: text.optional(), summary: text, body: text, cta: text }),
  ),
});

const partnersFile = z.object({
  sample: z.literal(true),
  partners: z.array(
    z.object({
      slug: text,
      name: text,
      country: z.string().length(2),
      serves_countries: z.array(z.string().length(2)).min(1),
      locales: list.min(1),
      default_locale: text,
      website: z.url({ protocol: /^https$/, hostname: /\.example$/ }),
      description: z.record(z.string(), text),
      campaigns: z.array(campaign),
    }),
  ),
});

export type SamplePartner = z.infer<typeof partnersFile>["partners"][number];
export type SampleCampaign = z.infer<typeof campaign>;

/** `sample-partners.json`. */
export function readPartnersFile(): SamplePartner[] {
  return readContent("sample-partners.json", partnersFile).partners;
}

/**
 * The translations that may go with a campaign: those as far along as the campaign itself, so that a draft
 * does not come out with a published campaign. What is not in English was drafted by machine.
 */
export function usableTranslations(campaign: SampleCampaign) {
  return Object.entries(campaign.translations)
    .filter(([, translation]) => translation.status === "published" || translation.status === campaign.status)
    .map(([locale, translation]) => ({
      ...translation,
      locale,
      target: translation.target ?? campaign.target,
      status:
        locale === "en" && translation.status === "published" ? ("published" as const) : ("machine_draft" as const),
    }));
}
