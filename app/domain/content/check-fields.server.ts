import { eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Context } from "~/domain/context";
import { revisionFields } from "~db/schema/content/revision-fields";
import { type UpdateContent, updateFacts } from "~db/schema/content/update-content";
import type { contentKinds } from "~db/schema/content-items";
import { images } from "~db/schema/images";
import { updates } from "~db/schema/updates";
import { articleFactFaults } from "./article-fact-faults";
import { targetsIn } from "./markdown-targets.server";
import { isSafeLink, pictureId } from "./render-markdown.server";
import { isKeepable, placeholdersIn, textsIn } from "./text-fields";

/** In characters, of all fields together. */
const LONGEST = 200_000;

/** What is wrong with one field, told to the person who wrote it. */
export interface FieldFault {
  /** `share.message`; empty where it is the whole. */
  path: string;
  /**
   * - `invalid`: not what the kind's schema asks for; `detail` says what.
   * - `tooLong`, `unreadable`: too many characters, or one that no text can hold.
   * - `placeholders`: `detail` lists those that must be there, and no others.
   * - `id`: a part has another id than in the source, which is `detail`.
   * - `link`: leads neither to the web nor to mail nor to our pages. `detail` is the link.
   * - `picture`: none of ours. `detail` is its name.
   * - `alternativeText`: the picture `detail` lacks it.
   */
  fault: "invalid" | "tooLong" | "unreadable" | "placeholders" | "id" | "link" | "picture" | "alternativeText";
  detail: string;
}

export interface TextToCheck {
  kind: (typeof contentKinds)[number];
  key: string;
  /** Of the revision that is translated; null for a text in the source's language. */
  source: unknown;
}

export type CheckedFields = { fields: Record<string, unknown>; faults: [] } | { fields: null; faults: FieldFault[] };

/** Checks what somebody wrote by all rules of its kind. */
export async function checkFields(ctx: Pick<Context, "db">, text: TextToCheck, given: unknown): Promise<CheckedFields> {
  const read = revisionFields[text.kind].safeParse(given);
  if (!read.success) {
    return {
      fields: null,
      faults: read.error.issues.map(({ path, message }) => ({
        path: path.join("."),
        fault: "invalid",
        detail: message,
      })),
    };
  }
  const fields = z.record(z.string(), z.unknown()).parse(read.data);
  const faults = [
    ...faultsOfTexts(fields),
    ...(text.source === null ? ownPlaceholderFaults(text, fields) : translationFaults(text, fields)),
    ...(text.kind === "update" ? await articleFaults(ctx, text.key, revisionFields.update.parse(fields)) : []),
  ];
  return faults.length === 0 ? { fields, faults: [] } : { fields: null, faults };
}

function faultsOfTexts(fields: unknown): FieldFault[] {
  const texts = textsIn(fields);
  const length = texts.reduce((sum, { text }) => sum + text.length, 0);
  return [
    ...(length > LONGEST ? [{ path: "", fault: "tooLong" as const, detail: String(LONGEST) }] : []),
    ...texts
      .filter(({ text }) => !isKeepable(text))
      .map(({ path }) => ({ path, fault: "unreadable" as const, detail: "" })),
  ];
}

/** What a text in the source's language must hold, because something is put in its place. */
function ownPlaceholderFaults({ kind, key }: TextToCheck, fields: unknown): FieldFault[] {
  if (kind !== "petition" && kind !== "consent_wording") return [];
  const filled = new Map<string, string[]>(
    kind === "petition"
      ? [
          ["share.message", ["{{url}}"]],
          ["share.emailBody", ["{{url}}"]],
        ]
      : [["text", key === "partner_sharing" ? ["{{partner}}"] : []]],
  );
  return textsIn(fields).flatMap(({ path, text }) => placeholderFault(path, text, filled.get(path) ?? []));
}

/** A translation has the placeholders and the ids of its source. In an article, braces are only braces. */
function translationFaults({ kind, source }: TextToCheck, fields: unknown): FieldFault[] {
  const sources = new Map(textsIn(source).map(({ path, text }) => [path, text]));
  return textsIn(fields).flatMap(({ path, text }): FieldFault[] => {
    const original = sources.get(path) ?? "";
    if (/(^|\.)id$/.test(path)) return text === original ? [] : [{ path, fault: "id", detail: original }];
    return kind === "update" ? [] : placeholderFault(path, text, placeholdersIn(original));
  });
}

function placeholderFault(path: string, text: string, wanted: readonly string[]): FieldFault[] {
  const isSame = placeholdersIn(text).join() === wanted.join();
  return isSame ? [] : [{ path, fault: "placeholders", detail: wanted.join(" ") }];
}

async function articleFaults(ctx: Pick<Context, "db">, key: string, content: UpdateContent): Promise<FieldFault[]> {
  const { links, pictures } = targetsIn(content.body);
  const ids = pictures.flatMap(({ target }) => pictureId(target) ?? []).filter((id) => z.guid().safeParse(id).success);
  const kept = new Set(
    ids.length === 0
      ? []
      : (await ctx.db.select({ id: images.id }).from(images).where(inArray(images.id, ids))).map(({ id }) => id),
  );
  const [article] = await ctx.db
    .select({ type: updates.type, imageId: updates.imageId, facts: updates.facts })
    .from(updates)
    .where(eq(updates.slug, key));
  return [
    ...links.filter((link) => !isSafeLink(link)).map((link) => fault("link", link)),
    ...pictures
      .filter(({ target }) => !kept.has(pictureId(target) ?? ""))
      .map(({ target }) => fault("picture", target)),
    ...pictures
      .filter(({ alternativeText }) => alternativeText === "")
      .map(({ target }) => fault("alternativeText", target)),
    ...(article ? articleFactFaults({ ...article, facts: updateFacts.parse(article.facts) }, content) : []),
  ];

  function fault(what: FieldFault["fault"], detail: string): FieldFault {
    return { path: "body", fault: what, detail };
  }
}
