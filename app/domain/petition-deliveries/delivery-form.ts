import { z } from "zod";
import { locales } from "~/i18n/locales";

/** Each message is a key below `fieldErrors` in `locales/<locale>/portal.json`. */
export const deliveryForm = z.object({
  campaign: z.uuid("required"),
  locale: z.enum(locales, "required"),
  lawmakers: z
    .string()
    .optional()
    .transform((box) => box === "yes"),
});

export const oneDeliveryForm = z.object({ id: z.uuid("required") });
