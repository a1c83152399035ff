import type { Actor } from "~/domain/content/actor";
import { checkFields } from "~/domain/content/check-fields.server";
import { type DraftInput, saveDraft } from "~/domain/content/save-draft.server";
import { isStaleTranslation } from "~/domain/content/staleness";
import type { Context } from "~/domain/context";
import {
  carriedTo,
  type ItemVersion,
  isForMachines,
  listTranslatable,
  sourceVersions,
  type TranslatableItem,
  unitFileOf,
} from "~/domain/translations/content-units.server";
import { changedTexts, type TextChange } from "~/domain/translations/difference";
import { textsOf, withTexts } from "~/domain/translations/text-paths";
import { targetsOf, type UnitFile, versionMark } from "~/domain/translations/units";
import { wordsOfFault, wordsOfOutcome } from "./content-words";
import { UsageError } from "./staff-command";

/** Everything published, for a translator into `locale`, by the language that it is translated from. */
export async function exportContent(ctx: Pick<Context, "db">, locale: string): Promise<Map<string, UnitFile[]>> {
  const bySource = new Map<string, UnitFile[]>();
  for (const item of await listTranslatable(ctx, locale)) {
    bySource.set(item.sourceLocale, [...(bySource.get(item.sourceLocale) ?? []), unitFileOf(item)]);
  }
  return bySource;
}

export interface ContentImport {
  changes: TextChange[];
  /** Items whose words stay, and whose translator says that they are right for the source of now. */
  confirmed: string[];
  faults: string[];
  /** How many items get a new draft. */
  count: number;
  /**
   * Saves a draft for each of them.
   * @param tx a transaction, which is rolled back by what this throws
   * @throws {UsageError} where somebody changed a text meanwhile
   */
  save(tx: Context): Promise<void>;
}

interface Import {
  locale: string;
  files: readonly UnitFile[];
  by: string;
  /** A machine translated what the files bring. */
  isMachineDraft?: boolean;
}

/** What one item of a file comes to. */
interface Plan {
  changes: TextChange[];
  confirmed: string[];
  faults: string[];
  draft: Omit<DraftInput, "isMachineDraft"> | null;
}

/** What translators' files would change in the content; they bring whole items only, so that no draft is half English. */
export async function importContent(
  ctx: Pick<Context, "db">,
  { locale, files, by, isMachineDraft = false }: Import,
): Promise<ContentImport> {
  const items = new Map((await listTranslatable(ctx, locale)).map((item) => [`${item.kind}/${item.key}`, item]));
  const plans: Plan[] = [];
  for (const file of files) {
    const item = items.get(file.name);
    plans.push(item ? await planOf(ctx, { file, item, locale }) : planWithoutItem(file, locale));
  }
  const drafts = plans.flatMap(({ draft }) => draft ?? []);
  return {
    changes: plans.flatMap(({ changes }) => changes),
    confirmed: plans.flatMap(({ confirmed }) => confirmed),
    faults: plans.flatMap(({ faults }) => faults),
    count: drafts.length,
    async save(tx) {
      const translator: Actor = { name: by, organization: { kind: "host" }, roles: ["translator"] };
      for (const draft of drafts) {
        const saved = await saveDraft(tx, translator, { ...draft, isMachineDraft });
        if (saved.outcome === "saved") continue;
        throw new UsageError(`Nothing was changed. ${locale}/${draft.kind}/${draft.key}: ${wordsOfOutcome(saved)}`);
      }
    },
  };
}

function planWithoutItem({ name, units }: UnitFile, locale: string): Plan {
  const fault = `${locale}/${name}: there is no such item to translate into ${locale}`;
  return { changes: [], confirmed: [], faults: targetsOf(units).size === 0 ? [] : [fault], draft: null };
}

interface Asked {
  file: UnitFile;
  item: TranslatableItem;
  locale: string;
}

async function planOf(ctx: Pick<Context, "db">, { file, item, locale }: Asked): Promise<Plan> {
  const name = `${locale}/${file.name}`;
  const texts = targetsOf(file.units);
  const source = sourceOf(file, item);
  const changesTo = (version: ItemVersion | null) => {
    const before = [...carriedTo(item, source ?? item.source, version)].map(([key, { text }]) => [key, text] as const);
    return changedTexts(name, new Map(before), texts);
  };
  const changes = changesTo(item.own);
  const isConfirmed = changes.length === 0 && source !== null && confirms(texts, item, source);
  const madeFrom = item.owns.find((version) => versionMark(version) === file.madeFrom);
  const isUntouched = madeFrom !== undefined && madeFrom !== item.own && changesTo(madeFrom).length === 0;
  if ((changes.length === 0 && !isConfirmed) || isUntouched) {
    return { changes: [], confirmed: [], faults: [], draft: null };
  }

  const refused = (...faults: string[]): Plan => ({ changes, confirmed: [], faults, draft: null });
  if (file.madeFrom !== versionMark(item.own)) return refused(`${name}: ${whyOld(file, item)} Export anew.`);
  if (source === null) return refused(`${name}: ${unknownSource(file, item)} Export anew.`);
  const { fields, faults } = await assemble(ctx, { item, source, texts });
  if (faults.length > 0) return refused(...faults.map((fault) => `${name}: ${fault}`));
  const { kind, key, own } = item;
  return {
    changes,
    confirmed: isConfirmed ? [`${name}: is still right for version ${source.number} of its source.`] : [],
    faults: [],
    draft: {
      ...{ kind, key, locale, fields },
      basedOn: own && { number: own.number, sha256: own.sha256 },
      sourceNumber: source.number,
    },
  };
}

/**
 * The version of the source that a file was translated from: the one that is published, or a former one that says what
 * the file does. Null where it says what none of them said.
 */
function sourceOf({ units, sourceNumber }: UnitFile, { source, sources }: TranslatableItem): ItemVersion | null {
  if (sourceNumber !== undefined) return sources.find(({ number }) => number === sourceNumber) ?? null;
  const former = sources.filter(({ number }) => number < source.number);
  return [source, ...former].find(({ fields }) => differingKey(units, fields) === undefined) ?? null;
}

function differingKey(units: UnitFile["units"], fields: unknown): string | undefined {
  const texts = textsOf(fields);
  return [...units].find(([key, unit]) => inOneSpelling(unit.source) !== inOneSpelling(texts.get(key) ?? null))?.[0];
}

/** Tools write the ends of lines and of texts in their own ways. */
function inOneSpelling(text: string | null): string | undefined {
  return text?.replace(/\r\n?/g, "\n").trim();
}

/** Whether a translator gave all texts of a translation back that lagged behind its source, as they were. */
function confirms(texts: ReadonlyMap<string, string>, item: TranslatableItem, source: ItemVersion): boolean {
  const versions = { ...sourceVersions(item), published: source.number };
  if (item.own === null || !isStaleTranslation(item.own.sourceNumber, versions)) return false;
  return [...carriedTo(item, source)].every(
    ([key, { isOutdated }]) => !isOutdated || isForMachines(key) || texts.has(key),
  );
}

/** The whole translation, of what the file brings and what still goes with the source. */
async function assemble(
  ctx: Pick<Context, "db">,
  { item, source, texts }: { item: TranslatableItem; source: ItemVersion; texts: ReadonlyMap<string, string> },
): Promise<{ fields: unknown; faults: string[] }> {
  const carried = carriedTo(item, source);
  const kept = [...carried].flatMap(([key, { text, isOutdated }]) => (isOutdated ? [] : [[key, text] as const]));
  const after = new Map([...kept, ...texts]);
  const wanted = [...textsOf(source.fields).keys()].filter((key) => !isForMachines(key));
  const faults = [
    ...wanted
      .filter((key) => !after.has(key))
      .map((key) =>
        carried.has(key)
          ? `the source of ${key} was changed, and the file does not say it anew`
          : `${key} is not translated`,
      ),
    ...[...texts.keys()].filter((key) => !wanted.includes(key)).map((key) => `${key} is not in the source`),
  ];
  const fields = withTexts(source.fields, new Map([...after].filter(([key]) => !isForMachines(key))));
  if (faults.length > 0) return { fields, faults };
  const checked = await checkFields(ctx, { kind: item.kind, key: item.key, source: source.fields }, fields);
  return { fields, faults: checked.faults.map(wordsOfFault) };
}

function whyOld({ madeFrom }: UnitFile, { own }: TranslatableItem): string {
  if (madeFrom === undefined) return "the file does not say which version it was made from.";
  if (own === null) return `the file was made from version ${madeFrom}, which is not here.`;
  return `${own.writtenBy} saved version ${own.number} after this file was made.`;
}

function unknownSource({ units, sourceNumber }: UnitFile, { source }: TranslatableItem): string {
  if (sourceNumber !== undefined) return `there is no version ${sourceNumber} of its source.`;
  const key = differingKey(units, source.fields) ?? "";
  return `${key} was translated from words that its source never had: “${units.get(key)?.source ?? ""}”.`;
}
