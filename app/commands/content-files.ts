import type { Actor } from "~/domain/content/actor";
import { saveDraft } from "~/domain/content/save-draft.server";
import type { Context } from "~/domain/context";
import {
  isForMachines,
  listTranslatable,
  type TranslatableItem,
  unitFileOf,
} from "~/domain/translations/content-units.server";
import { changedTexts, type TextChange } from "~/domain/translations/difference";
import { textsOf, withTexts } from "~/domain/translations/text-paths";
import type { UnitFile } from "~/domain/translations/units";
import { revisionFields } from "~db/schema/content/revision-fields";
import { UsageError } from "./staff-command";

/** Everything published, for a translator into `locale`. */
export async function exportContent(ctx: Context, locale: string): Promise<UnitFile[]> {
  return (await listTranslatable(ctx, locale)).map(unitFileOf);
}

interface ContentImport {
  changes: TextChange[];
  faults: string[];
  /** Saves a draft for each item that changes. @returns how many */
  save(): Promise<number>;
}

/** What a translator's file would change in the content; it takes whole items only, so that no draft is half English. */
export async function importContent(
  ctx: Context,
  { locale, files, by }: { locale: string; files: readonly UnitFile[]; by: string },
): Promise<ContentImport> {
  const items = new Map((await listTranslatable(ctx, locale)).map((item) => [`${item.kind}/${item.key}`, item]));
  const plans = files.map((file) => planOf(file, items.get(file.name), locale));
  const changing = plans.filter(({ changes }) => changes.length > 0);
  return {
    changes: changing.flatMap(({ changes }) => changes),
    faults: plans
      .filter(({ item, changes }) => item === undefined || changes.length > 0)
      .flatMap(({ faults }) => faults),
    async save() {
      for (const { item, fields } of changing) {
        if (item) await saveOne(ctx, item, { locale, fields, by });
      }
      return changing.length;
    },
  };
}

function planOf(file: UnitFile, item: TranslatableItem | undefined, locale: string) {
  const name = `${locale}/${file.name}`;
  if (item === undefined) {
    const isEmpty = [...file.units.values()].every(({ target }) => target === null);
    const fault = `${name}: there is no such item to translate into ${locale}`;
    return { item, fields: null, changes: [], faults: isEmpty ? [] : [fault] };
  }
  const texts = new Map(
    [...file.units].flatMap(([key, { target }]) => (target === null ? [] : [[key, target] as const])),
  );
  const before = textsOf(item.own?.fields ?? {});
  const wanted = [...textsOf(item.source.fields).keys()].filter((key) => !isForMachines(key));
  const after = new Map([...before, ...texts]);
  const missing = wanted.filter((key) => !after.has(key));
  const unknown = [...texts.keys()].filter((key) => !wanted.includes(key));
  const fields = withTexts(item.source.fields, after);
  const read = revisionFields[item.kind].safeParse(fields);
  return {
    item,
    fields,
    changes: changedTexts(name, before, texts),
    faults: [
      ...missing.map((key) => `${name}: ${key} is not translated`),
      ...unknown.map((key) => `${name}: ${key} is not in the source`),
      ...wanted.flatMap((key) =>
        placeholderFaults(name, key, textsOf(item.source.fields).get(key) ?? "", after.get(key)),
      ),
      ...(read.success ? [] : read.error.issues.map(({ path, message }) => `${name}: ${path.join(".")}: ${message}`)),
    ],
  };
}

function placeholderFaults(name: string, key: string, source: string, text: string | undefined): string[] {
  if (text === undefined) return [];
  const parts = (one: string) =>
    (one.match(/\{\{.*?\}\}/g) ?? [])
      .map((part) => part.replace(/\s/g, ""))
      .sort()
      .join(" ");
  return parts(source) === parts(text)
    ? []
    : [`${name}: ${key} must have the placeholders of the source: ${parts(source) || "none"}`];
}

/** @throws {UsageError} where somebody else changed the text meanwhile, or the rules of content refuse it */
async function saveOne(
  ctx: Context,
  { kind, key, source, own }: TranslatableItem,
  { locale, fields, by }: { locale: string; fields: unknown; by: string },
): Promise<void> {
  const translator: Actor = { name: by, organization: { kind: "host" }, roles: ["translator"] };
  const basedOn = own && { number: own.number, sha256: own.sha256 };
  const saved = await saveDraft(ctx, translator, { kind, key, locale, fields, basedOn, sourceNumber: source.number });
  if (saved.outcome === "saved") return;
  const faults = saved.outcome === "faulty" ? saved.faults.map((fault) => `\n${JSON.stringify(fault)}`).join("") : "";
  throw new UsageError(`${locale}/${kind}/${key} could not be saved (${saved.outcome}).${faults}`);
}
