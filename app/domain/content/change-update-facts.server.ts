import { and, eq } from "drizzle-orm";
import { contentHash } from "~db/schema/content/content-hash";
import { updateContent } from "~db/schema/content/update-content";
import { contentRevisions } from "~db/schema/content-items";
import { updates } from "~db/schema/updates";
import type { Context } from "../context";
import type { Actor } from "./actor";
import { articleFactFaults } from "./article-fact-faults";
import type { FieldFault } from "./check-fields.server";
import type { Refusal } from "./content-outcome";
import { formFaults, listMissing } from "./faults-of-facts.server";
import { type ContentItem, findItem, holdItem } from "./find-item.server";
import { type UpdateFactsForm, updateFactsForm } from "./new-update-form";
import { findable, noteChange } from "./put-before-readers.server";
import { maySee, refusalOf } from "./rights";
import { auditText, ruledText } from "./take-step.server";

export type FactsOutcome =
  | { outcome: "done" | "already" }
  /** Of what a language's words lack with these facts, the path begins with the language: `es.imageAlt`. */
  | { outcome: "faulty"; faults: FieldFault[] }
  | Exclude<Refusal, { outcome: "conflict" }>;

type ArticleRow = typeof updates.$inferSelect;

/**
 * Gives an article other facts: those that are the same in every language, such as its authors, sources, picture and
 * day. Readers see them at once, with the day of the change, so that where the article is before readers it takes
 * the right to publish as well.
 * @param given all facts, as `updateFactsForm` has them; checked here
 */
export async function changeUpdateFacts(
  ctx: Context,
  actor: Actor,
  key: string,
  given: unknown,
): Promise<FactsOutcome> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const item = await holdItem(tx, { kind: "update", key });
    const row = item && (await findRow(tx, key));
    if (item === null || !row) return { outcome: "notFound" };
    const published = await listPublished(tx, item);
    const isPublic = published.some(({ locale }) => locale === item.sourceLocale);
    const text = ruledText(item, item.sourceLocale);
    const why = refusalOf(actor, "save", text) ?? (isPublic ? refusalOf(actor, "publish", text) : null);
    if (why === "organization") return { outcome: "notFound" };
    if (why !== null) return { outcome: "notAllowed", why };

    const read = updateFactsForm.safeParse(given);
    if (!read.success) return { outcome: "faulty", faults: formFaults(read.error) };
    const faults = [...(await listMissing(tx, actor, read.data)), ...faultsOfTexts(read.data, published)];
    if (faults.length > 0) return { outcome: "faulty", faults };

    const changed = changedFacts(row, read.data);
    if (changed.length === 0) return { outcome: "already" };
    if (isPublic) await noteChange(tx, key);
    await db.update(updates).set(read.data).where(eq(updates.slug, key));
    for (const { locale } of published) await findable(tx, item, locale);
    await auditText(tx, actor, "facts", item, { changed: changed.join(", ") });
    return { outcome: "done" };
  });
}

/** The facts of an article as {@link changeUpdateFacts} takes them, or null where the actor sees no such article. */
export async function findUpdateFacts(
  ctx: Context,
  actor: Actor,
  key: string,
): Promise<Record<keyof UpdateFactsForm, unknown> | null> {
  const item = await findItem(ctx, { kind: "update", key });
  const row = item && maySee(actor, item) ? await findRow(ctx, key) : undefined;
  if (row === undefined) return null;
  const { slug, isSample, updatedAt, ...facts } = row;
  return facts;
}

async function findRow({ db }: Pick<Context, "db">, key: string): Promise<ArticleRow | undefined> {
  const [row] = await db.select().from(updates).where(eq(updates.slug, key));
  return row;
}

function listPublished({ db }: Context, { id }: ContentItem) {
  return db
    .select({ locale: contentRevisions.locale, fields: contentRevisions.fields })
    .from(contentRevisions)
    .where(and(eq(contentRevisions.itemId, id), eq(contentRevisions.state, "published")))
    .orderBy(contentRevisions.locale);
}

/** Every language that readers see must go with the facts. */
function faultsOfTexts(
  facts: UpdateFactsForm,
  published: readonly { locale: string; fields: unknown }[],
): FieldFault[] {
  return published.flatMap(({ locale, fields }) =>
    articleFactFaults(facts, updateContent.parse(fields)).map((fault) => ({
      ...fault,
      path: `${locale}.${fault.path}`,
    })),
  );
}

/** The names of the facts that are others than before. */
function changedFacts(row: ArticleRow, facts: UpdateFactsForm): string[] {
  const before = new Map<string, unknown>(Object.entries(row));
  return Object.entries(facts)
    .filter(([name, fact]) => hashOf(fact) !== hashOf(before.get(name)))
    .map(([name]) => name);
}

function hashOf(fact: unknown): string {
  // As the database keeps it: a moment as text.
  return contentHash(JSON.parse(JSON.stringify(fact)));
}
