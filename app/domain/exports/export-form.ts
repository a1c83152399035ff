import { z } from "zod";
import { exportColumns } from "~db/schema/exports";
import { noteField } from "../supporters/reveal-form";
import { dayField } from "../supporters/supporter-filters";

/** Why an organization takes its supporters' data out of here. */
export const exportReasons = ["own_tool", "records", "other"] as const;

const nothing = z.literal("").transform(() => null);

/** Each message is a key below `fieldErrors` in `locales/<locale>/portal.json`. */
export const exportForm = z
  .object({
    /** Made with the form: sent twice, it asks once. */
    key: z.uuid("required"),
    /** Null: every campaign. */
    campaign: z.union([nothing, z.uuid()], "required").default(null),
    from: z.union([nothing, dayField], "dayFaulty"),
    until: z.union([nothing, dayField], "dayFaulty"),
    columns: z.array(z.enum(exportColumns)).min(1, "columnsMissing"),
    mark: z.literal("on").optional(),
    reason: z.enum(exportReasons, "reasonMissing"),
    note: noteField,
  })
  .refine(({ from, until }) => from === null || until === null || from <= until, {
    path: ["until"],
    message: "periodFaulty",
  })
  .refine(({ reason, note }) => reason !== "other" || note !== "", { path: ["note"], message: "noteMissing" });

export type ExportInput = z.infer<typeof exportForm>;

export const exportIdForm = z.object({ export: z.uuid("required") });
