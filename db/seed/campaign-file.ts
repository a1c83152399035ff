import { z } from "zod";
import type { CampaignContent } from "../schema/content/campaign-content";
import { callToAct, fileStatus, list, text, titled } from "./file-parts";

/** `campaign.<locale>.json`. */
export const campaignFile = z
  .object({
    translation_status: fileStatus,
    name: text,
    seo: z.object({ title: text, description: text }),
    hero: z.object({ headline: text, subheadline: text, primary_cta: text, secondary_cta: text }),
    intro: list,
    why_ai: z.object({ title: text, paragraphs: list }),
    global_majority: titled,
    ask: z.object({ title: text, intro: text, items: list }),
    routing: z.object({ us: callToAct, elsewhere: callToAct }),
    principles_intro: titled,
    privacy_promise: z.object({ title: text, items: list }),
    faq: z.array(z.object({ id: text, question: text, answer: text })),
    donate: callToAct,
  })
  .transform((file) => {
    const { hero } = file;
    const content: CampaignContent = {
      name: file.name,
      seo: file.seo,
      landing: {
        hero: {
          headline: hero.headline,
          subheadline: hero.subheadline,
          primaryCta: hero.primary_cta,
          secondaryCta: hero.secondary_cta,
        },
        intro: file.intro,
        whyAi: file.why_ai,
        globalMajority: file.global_majority,
        ask: file.ask,
        routing: file.routing,
        principlesIntro: file.principles_intro,
        privacyPromise: file.privacy_promise,
        faq: file.faq,
        donate: file.donate,
      },
    };
    return { status: file.translation_status, content };
  });
