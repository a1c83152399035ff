import { z } from "zod";
import type { CallScriptTemplate } from "../schema/content/call-script-template";
import { fileStatus, list, text } from "./file-parts";

const step = z.union([
  z
    .object({ id: text, text, optional: z.boolean().default(false) })
    .transform((said) => ({ kind: "say" as const, ...said })),
  z
    .object({
      id: text,
      pick: z.object({ min: z.int(), max: z.int() }),
      options: z.array(z.object({ id: text, principle: text, text })),
    })
    .transform(({ id, pick, options }) => ({ kind: "pick" as const, id, ...pick, options })),
]);

/** `call-script.<locale>.json`. */
export const callScriptFile = z
  .object({
    translation_status: fileStatus,
    estimated_seconds: z.int().positive(),
    before_you_call: list,
    steps: z.array(step),
    if_asked: z.array(z.object({ question: text, answer: text })),
    voicemail: text,
    already_supports: text.optional(),
    vacant_seat: text.optional(),
    after_call: z.object({
      prompt: text,
      outcomes: z.array(z.object({ id: text, label: text })),
      privacy_note: text,
    }),
    variants: z.object({
      delegate: z.object({ extra_line: text }),
      resident_commissioner: z.object({ extra_line: text }),
    }),
  })
  .transform(
    (file): CallScriptTemplate => ({
      status: file.translation_status,
      estimatedSeconds: file.estimated_seconds,
      beforeYouCall: file.before_you_call,
      steps: file.steps,
      ifAsked: file.if_asked,
      voicemail: file.voicemail,
      alreadySupports: file.already_supports,
      vacantSeat: file.vacant_seat,
      afterCall: {
        prompt: file.after_call.prompt,
        outcomes: file.after_call.outcomes,
        privacyNote: file.after_call.privacy_note,
      },
      nonVotingLines: {
        delegate: file.variants.delegate.extra_line,
        residentCommissioner: file.variants.resident_commissioner.extra_line,
      },
    }),
  );
