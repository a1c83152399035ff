import { z } from "zod";

const text = z.string().trim().min(1);
const titled = z.object({ title: text, body: text });
const route = titled.extend({ cta: text });

/** What the landing page of a campaign says beside its petition. */
export const campaignLanding = z.object({
  hero: z.object({ headline: text, subheadline: text, primaryCta: text, secondaryCta: text }),
  intro: z.array(text),
  whyAi: z.object({ title: text, paragraphs: z.array(text) }),
  globalMajority: titled,
  ask: z.object({ title: text, intro: text, items: z.array(text).min(1) }),
  routing: z.object({ us: route, elsewhere: route }),
  principlesIntro: titled,
  privacyPromise: z.object({ title: text, items: z.array(text).min(1) }),
  faq: z.array(z.object({ id: text, question: text, answer: text })),
  donate: route.optional(),
});

/** `campaign_translations.content`: plain text throughout. `landing` is null where the petition is the whole campaign. */
export const campaignContent = z.object({
  name: text,
  seo: z.object({ title: text, description: text }),
  /** What the campaign's picture shows, for those who do not see it. */
  imageAlt: text.optional(),
  landing: campaignLanding.nullable(),
});

export type CampaignLanding = z.infer<typeof campaignLanding>;
export type CampaignContent = z.infer<typeof campaignContent>;
