import { z } from "zod";
import { translationStatuses } from "../schema/campaigns";

export const text = z.string().trim().min(1);
export const titled = z.object({ title: text, body: text });
export const callToAct = titled.extend({ cta: text });
export const list = z.array(text);

/** `translation_status` of a content file as the tables name it. What is not named there counts as a machine's draft. */
export const fileStatus = z.enum(translationStatuses).catch("machine_draft");
