import { z } from "zod";
import { translationStatuses } from "../campaigns";

const text = z.string().trim().min(1);

/**
 * `message_templates.content` of a call script. Texts hold placeholders: {{caller_name}}, {{city}}, {{state_name}},
 * {{zip}}, {{lawmaker_title}}, {{lawmaker_name}} (the last name), {{personal_reason}}.
 */
export const callScriptTemplate = z.object({
  status: z.enum(translationStatuses).default("source"),
  estimatedSeconds: z.int().positive(),
  beforeYouCall: z.array(text),
  steps: z
    .array(
      z.discriminatedUnion("kind", [
        /** An optional step is left out while its placeholder is empty. */
        z.object({ kind: z.literal("say"), id: text, text, optional: z.boolean() }),
        z.object({
          kind: z.literal("pick"),
          id: text,
          min: z.int().nonnegative(),
          max: z.int().positive(),
          options: z.array(z.object({ id: text, principle: text, text })).min(1),
        }),
      ]),
    )
    .min(1),
  ifAsked: z.array(z.object({ question: text, answer: text })),
  voicemail: text,
  /** When the office says that the member supports it already. */
  alreadySupports: text.optional(),
  /** For the staff that keep the office of a vacant seat. */
  vacantSeat: text.optional(),
  afterCall: z.object({
    prompt: text,
    outcomes: z.array(z.object({ id: text, label: text })),
    privacyNote: text,
  }),
  /** One more sentence for a member of the House without a vote on final passage. */
  nonVotingLines: z.object({ delegate: text, residentCommissioner: text }),
});

export type CallScriptTemplate = z.infer<typeof callScriptTemplate>;
