import { and, eq } from "drizzle-orm";
import { contentItems, contentSlugs } from "~db/schema/content-items";
import { hosts } from "~db/schema/hosts";
import { updates } from "~db/schema/updates";
import type { Context } from "../context";
import type { Actor } from "./actor";
import type { FieldFault } from "./check-fields.server";
import { formFaults, listMissing } from "./faults-of-facts.server";
import { newUpdateForm } from "./new-update-form";
import { type RightsRefusal, refusalOf } from "./rights";
import { type SavedDraft, saveDraft } from "./save-draft.server";
import { auditText } from "./take-step.server";

export type NewUpdateOutcome =
  | { outcome: "created"; key: string; number: number }
  | { outcome: "faulty"; faults: FieldFault[] }
  /** Another article has or had this address, in some language. */
  | { outcome: "taken" }
  | { outcome: "notAllowed"; why: RightsRefusal };

class Undone extends Error {
  constructor(readonly saved: Exclude<SavedDraft, { outcome: "saved" }>) {
    super("The first draft was not saved.");
  }
}

/**
 * Begins an article: its facts, and the first draft in its source language. Nobody can read it before that is published
 * and its moment has come.
 * @param given as `newUpdateForm` has it; checked here
 * @param fields the first draft, as `revisionFields.update` has it
 */
export async function newUpdate(
  ctx: Context,
  actor: Actor,
  given: unknown,
  fields: unknown,
): Promise<NewUpdateOutcome> {
  const partnerId = actor.organization.kind === "partner" ? actor.organization.id : null;
  const why = refusalOf(actor, "create", { kind: "update", partnerId, isSource: true, writtenBy: [] });
  if (why !== null) return { outcome: "notAllowed", why };
  const read = newUpdateForm.safeParse(given);
  if (!read.success) return { outcome: "faulty", faults: formFaults(read.error) };
  const { key, sourceLocale, ...facts } = read.data;
  const missing = await listMissing(ctx, actor, facts);
  if (missing.length > 0) return { outcome: "faulty", faults: missing };

  try {
    return await ctx.db.transaction(async (db): Promise<NewUpdateOutcome> => {
      const tx = { ...ctx, db };
      if (await isTaken(tx, key)) return { outcome: "taken" };
      const made = await db
        .insert(updates)
        .values({ slug: key, isSample: false, updatedAt: null, ...facts })
        .onConflictDoNothing()
        .returning({ slug: updates.slug });
      if (made.length === 0) return { outcome: "taken" };
      const [host] = await db.select({ id: hosts.id }).from(hosts).limit(1);
      if (host === undefined) throw new Error("There is no host.");
      const item = { id: ctx.newId(), hostId: host.id, partnerId, kind: "update" as const, key, sourceLocale };
      await db.insert(contentItems).values({ ...item, createdAt: ctx.now() });
      await auditText(tx, actor, "create", item, { locale: sourceLocale });
      const saved = await saveDraft(tx, actor, { kind: "update", key, locale: sourceLocale, fields, basedOn: null });
      if (saved.outcome !== "saved") throw new Undone(saved);
      return { outcome: "created", key, number: saved.number };
    });
  } catch (error) {
    if (error instanceof Undone && error.saved.outcome === "faulty") return error.saved;
    throw error;
  }
}

async function isTaken({ db }: Context, key: string): Promise<boolean> {
  const [slug] = await db
    .select({ slug: contentSlugs.slug })
    .from(contentSlugs)
    .where(and(eq(contentSlugs.kind, "update"), eq(contentSlugs.slug, key)))
    .limit(1);
  return slug !== undefined;
}
