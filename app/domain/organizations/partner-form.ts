import { z } from "zod";
import { emailField } from "../access/access-forms";
import { isSlug } from "../content/slug-rule";
import { isCountryCode } from "../regions/country-codes";

/** First parts of the portal's own addresses, which no organization can have. */
const reserved = ["host", "account", "prove", "sign-in", "sign-out", "invitations"];

const line = (most: number) => z.string().trim().min(1, "required").max(most, "tooLong");

const slugField = z
  .string()
  .trim()
  .refine((slug) => /^[a-z\d-]{2,60}$/.test(slug) && isSlug(slug) && !reserved.includes(slug), "slugFaulty");

/** What the host says of a new partner. Messages are keys below `portal:fieldErrors`. */
export const partnerForm = z.object({
  name: line(120),
  slug: slugField,
  country: z.string().refine(isCountryCode, "required"),
  website: z.url({ protocol: /^https$/, error: "linkFaulty" }).max(300, "tooLong"),
  description: line(300),
  locale: z.string().min(2, "required").max(12),
  email: emailField,
});

export const partnerStateForm = z.object({
  partner: z.uuid("required"),
  status: z.enum(["active", "paused", "closed"], "required"),
  needsApproval: z.enum(["yes"]).optional(),
});

export const partnerInviteForm = z.object({ partner: z.uuid("required"), email: emailField });
