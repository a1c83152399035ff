import { z } from "zod";
import type { PetitionContent } from "../schema/content/petition-content";
import { fileStatus, list, text } from "./file-parts";

/** `petition.<locale>.json`. */
export const petitionFile = z
  .object({
    translation_status: fileStatus,
    title: text,
    addressed_to: text,
    summary: text,
    statement: list,
    demands: list,
    consent: z.object({
      processing_notice: text,
      sensitive_notice: text,
      newsletter_label: text,
      partner_label: text.refine((label) => label.includes("{{partner}}"), "must name the partner"),
      public_name_label: text,
      public_comment_label: text,
      endorsement_label: text,
    }),
    share: z.object({ message: text, email_subject: text, email_body: text }),
  })
  .transform((file) => {
    const content: PetitionContent = {
      title: file.title,
      addressedTo: file.addressed_to,
      summary: file.summary,
      statement: file.statement,
      demands: file.demands,
      share: {
        message: file.share.message,
        emailSubject: file.share.email_subject,
        emailBody: file.share.email_body,
      },
    };
    return { status: file.translation_status, content, consent: file.consent };
  });
