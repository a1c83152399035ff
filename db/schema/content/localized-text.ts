import { z } from "zod";

/** `partners.description`: one text by locale. */
export const localizedText = z.record(z.string(), z.string().trim().min(1));

export type LocalizedText = z.infer<typeof localizedText>;
