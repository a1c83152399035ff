import { z } from "zod";

const status = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("source") }),
  z.strictObject({ status: z.literal("machine-drafted") }),
  z.strictObject({ status: z.literal("reviewed"), reviewedBy: z.string().trim().min(2), reviewedOn: z.iso.date() }),
]);

/** `locales/status.json`: who stands behind the words of each locale. */
export const interfaceStatusFile = z.record(z.string(), status);
