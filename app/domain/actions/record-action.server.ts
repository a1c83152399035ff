import { z } from "zod";
import { supporterActions } from "~db/schema/supporter-actions";
import type { Context } from "../context";

/** What the buttons beside a lawmaker send. */
export const actionForm = z.object({
  kind: z.enum(["called", "wrote"]),
  bioguide: z.string().regex(/^[A-Z]\d{6}$/),
  requestKey: z.uuid(),
});

export type ActionForm = z.infer<typeof actionForm>;

/** Records that somebody called or wrote to an office. It names nobody; the same press twice is one row. */
export async function recordAction(
  ctx: Context,
  campaignId: string,
  lawmaker: { bioguide: string; state: string; district: number | null },
  form: ActionForm,
  locale: string,
): Promise<void> {
  await ctx.db
    .insert(supporterActions)
    .values({
      campaignId,
      id: ctx.newId(),
      kind: form.kind,
      bioguide: lawmaker.bioguide,
      usState: lawmaker.state,
      usDistrict: lawmaker.district,
      locale,
      requestKey: form.requestKey,
      at: ctx.now(),
    })
    .onConflictDoNothing();
}
