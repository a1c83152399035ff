import { z } from "zod";
import { campaignContent } from "./campaign-content";
import { petitionContent } from "./petition-content";
import { updateContent } from "./update-content";

const text = z.string().trim().min(1);

/** `content_revisions.fields` by kind: exactly what a translator writes. */
export const revisionFields = {
  campaign: campaignContent,
  petition: petitionContent,
  principle: z.object({ title: text, short: text, long: text }),
  partner_action: z.object({ title: text, summary: text, body: text, cta: text }),
  update: updateContent,
  /** The wording is plain text with the placeholder {{partner}} for `partner_sharing`. */
  consent_wording: z.object({ text }),
} as const;

export type RevisionFields<Kind extends keyof typeof revisionFields> = z.infer<(typeof revisionFields)[Kind]>;
