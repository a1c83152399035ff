import { z } from "zod";
import { momentOf } from "./zoned-time";

/** In characters; a note or a reason is read in one go. */
const LONGEST_NOTE = 1_000;

const words = z
  .string()
  .optional()
  .default("")
  .transform((text) => text.replaceAll("\0", "").trim())
  .refine((text) => [...text].length <= LONGEST_NOTE, "tooLong");

/** A date and time as clocks in a campaign's zone show it, and later than now. */
function laterThan(now: Date, timeZone: string, isNeeded: boolean) {
  return z
    .string()
    .optional()
    .default("")
    .transform((text, issue) => {
      if (text.trim() === "" && !isNeeded) return null;
      const at = momentOf(text.trim(), timeZone);
      if (at === null) issue.addIssue({ code: "custom", message: "momentFaulty" });
      else if (at <= now) issue.addIssue({ code: "custom", message: "momentPast" });
      return at;
    });
}

/** When a campaign is to become public by itself. */
export function scheduleForm(now: Date, timeZone: string) {
  return z.object({ at: laterThan(now, timeZone, true) });
}

/** What the host is asked. */
export function askForm(now: Date, timeZone: string) {
  return z.object({ note: words, at: laterThan(now, timeZone, false) });
}

/** What the host saw and says yes to. */
export const approveForm = z.object({ seen: z.string().regex(/^[\da-f]{64}$/, "required") });

/** What is to be changed first: whoever is sent back learns why. */
export const sendBackForm = z.object({ reason: words.refine((text) => text !== "", "reasonOfHostMissing") });
