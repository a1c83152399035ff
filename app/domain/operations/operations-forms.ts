import { z } from "zod";
import { switchNames } from "~db/schema/switches";
import { reasonField } from "../moderation/moderation-forms";

/** Each message is a key below `fieldErrors` in `locales/<locale>/portal.json`. */
export const retryForm = z.object({ id: z.uuid("required") });

export const retryAllForm = z.object({ name: z.string().regex(/^[a-z-]{1,60}$/, "required") });

export const discardForm = z.object({ id: z.uuid("required"), reason: reasonField });

export const switchForm = z.object({
  name: z.enum(switchNames, "required"),
  /** The slug of a campaign; empty for the whole installation. */
  campaign: z.string().regex(/^[\w-]{0,100}$/, "required"),
});
