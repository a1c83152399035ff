import { z } from "zod";
import { cleanComment } from "../public-signatures/clean-comment";

/** What those who decide can look at. */
export const readableStates = ["confirmed", "approved", "hidden", "rejected"] as const;
export type ReadableState = (typeof readableStates)[number];

const MAX_REASON = 300;

const thing = { campaign: z.uuid("required"), id: z.uuid("required") };
const reason = z
  .string()
  .optional()
  .default("")
  .transform(cleanComment)
  .refine((text) => [...text].length <= MAX_REASON, "tooLong");

export const approveForm = z.object(thing);
export const hideForm = z.object({ ...thing, reason });
/** Who is turned down learns why. */
export const rejectForm = z.object({ ...thing, reason: reason.refine((text) => text !== "", "required") });

export interface Decision {
  campaignId: string;
  id: string;
  what: "approve" | "reject" | "hide";
  /** For the author; empty where nothing is said. */
  reason: string;
}
