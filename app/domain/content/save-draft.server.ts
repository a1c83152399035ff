import { and, eq } from "drizzle-orm";
import { contentHash } from "~db/schema/content/content-hash";
import { contentRevisions } from "~db/schema/content-items";
import type { Context } from "../context";
import type { Actor } from "./actor";
import { checkFields, type FieldFault } from "./check-fields.server";
import type { Refusal, RevisionName, RevisionState } from "./content-outcome";
import { type ContentItem, holdItem, listRevisions, type Revision } from "./find-item.server";
import { isLocaleTag, isWrittenLocale } from "./locale-tag";
import { refusalOf } from "./rights";
import { ruledText } from "./take-step.server";

/** A version of a text: which, and what it says. */
export interface Version {
  number: number;
  sha256: string;
}

export interface DraftInput extends Omit<RevisionName, "number"> {
  /** As the schema of the kind has them (`revisionFields`); checked here. */
  fields: unknown;
  /** The newest version in this language that the writer saw; null where there was none. */
  basedOn: Version | null;
  /** For a translation: the revision of the source that was translated; by default the published one. */
  sourceNumber?: number;
  /** Whether a machine wrote it. */
  isMachineDraft?: boolean;
}

export type SavedDraft =
  | ({ outcome: "saved" } & Version)
  | { outcome: "faulty"; faults: FieldFault[] }
  /** Somebody saved since; `newest` is what they left. */
  | { outcome: "outdated"; newest: Version & { state: RevisionState; writtenBy: string } }
  /** There is no such revision of the source to translate from. */
  | { outcome: "noSource" }
  /** Readers are offered no such language, and none is in preparation. */
  | { outcome: "unknownLanguage" }
  | Exclude<Refusal, { outcome: "conflict" }>;

/**
 * Keeps what somebody wrote, as a draft. Their own newest draft is edited; after anybody else's text, and after one that
 * was submitted, a new revision begins. The same again changes nothing, so that it can be saved as often as one types.
 */
export async function saveDraft(ctx: Context, actor: Actor, input: DraftInput): Promise<SavedDraft> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const item = await holdItem(tx, input);
    if (item === null) return { outcome: "notFound" };
    const why = refusalOf(actor, "save", ruledText(item, input.locale));
    if (why === "organization") return { outcome: "notFound" };
    if (why !== null) return { outcome: "notAllowed", why };
    if (!isLocaleTag(input.locale)) return { outcome: "notFound" };
    if (!isWrittenLocale(input.locale)) return { outcome: "unknownLanguage" };

    const source = await findSource(tx, item, input);
    if (source === "missing") return { outcome: "noSource" };
    const text = { kind: item.kind, key: item.key, source: source?.fields ?? null };
    const { fields, faults } = await checkFields(tx, text, input.fields);
    if (fields === null) return { outcome: "faulty", faults };

    const [newest] = await listRevisions(tx, item.id, input.locale);
    const draft = {
      fields,
      sha256: contentHash(fields),
      sourceNumber: source?.number ?? null,
      isMachineDraft: input.isMachineDraft ?? false,
    };
    const isOwnDraft = newest?.state === "draft" && newest.writtenBy === actor.name;
    if (isOwnDraft && isSame(newest, draft)) return { outcome: "saved", ...versionOf(newest) };
    if (!isVersion(newest, input.basedOn)) return outdated(newest);
    return { outcome: "saved", ...(await write(tx, actor, item, input.locale, draft, newest)) };
  });
}

type Draft = Pick<Revision, "sha256" | "sourceNumber" | "isMachineDraft"> & { fields: Record<string, unknown> };

async function write(
  { db, now }: Context,
  actor: Actor,
  item: ContentItem,
  locale: string,
  draft: Draft,
  newest: Revision | undefined,
): Promise<Version> {
  const written = { ...draft, writtenBy: actor.name, writtenAt: now() };
  if (newest?.state === "draft" && newest.writtenBy === actor.name) {
    await db
      .update(contentRevisions)
      .set(written)
      .where(
        and(
          eq(contentRevisions.itemId, item.id),
          eq(contentRevisions.locale, locale),
          eq(contentRevisions.number, newest.number),
        ),
      );
    return { number: newest.number, sha256: draft.sha256 };
  }
  const number = (newest?.number ?? 0) + 1;
  await db.insert(contentRevisions).values({ itemId: item.id, locale, number, state: "draft", ...written });
  return { number, sha256: draft.sha256 };
}

/** @returns null for a text in the source's language itself */
async function findSource(
  tx: Context,
  item: ContentItem,
  { locale, sourceNumber }: DraftInput,
): Promise<Revision | null | "missing"> {
  if (locale === item.sourceLocale) return null;
  const revisions = await listRevisions(tx, item.id, item.sourceLocale);
  const found = revisions.find(({ number, state }) =>
    sourceNumber === undefined ? state === "published" : number === sourceNumber,
  );
  return found ?? "missing";
}

function isSame(newest: Revision, draft: Draft): boolean {
  return (
    newest.sha256 === draft.sha256 &&
    newest.sourceNumber === draft.sourceNumber &&
    newest.isMachineDraft === draft.isMachineDraft
  );
}

function isVersion(newest: Revision | undefined, basedOn: Version | null): boolean {
  return newest?.number === basedOn?.number && newest?.sha256 === basedOn?.sha256;
}

function outdated(newest: Revision | undefined): SavedDraft {
  // What the writer names does not exist here.
  if (newest === undefined) return { outcome: "notFound" };
  return {
    outcome: "outdated",
    newest: { ...versionOf(newest), state: newest.state, writtenBy: newest.writtenBy },
  };
}

function versionOf({ number, sha256 }: Revision): Version {
  return { number, sha256 };
}
