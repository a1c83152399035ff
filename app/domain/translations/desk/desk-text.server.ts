import { eq } from "drizzle-orm";
import { z } from "zod";
import { contentRevisions } from "~db/schema/content-items";
import { authorize } from "../../access/authorize";
import type { PortalActor } from "../../access/portal-actor";
import type { RevisionState } from "../../content/content-outcome";
import { findItem, listRevisions, type Revision } from "../../content/find-item.server";
import { isWrittenLocale } from "../../content/locale-tag";
import { maySee, refusalOf, type Step } from "../../content/rights";
import type { Version } from "../../content/save-draft.server";
import { ruledText, writersOf } from "../../content/take-step.server";
import type { Context } from "../../context";
import { DomainError } from "../../errors";
import { listUnfinished } from "../../workshop/unfinished.server";
import { userNames } from "../../workshop/user-names.server";
import { carryOver } from "../carry-over";
import { inOrder, isForMachines } from "../content-units.server";
import { textsOf } from "../text-paths";
import type { DeskKind } from "./desk-filter";
import type { ItemName } from "./item-name";

/** One text of an item, beside what it is translated from. */
export interface DeskUnit {
  /** `words.questions.0.answer` */
  path: string;
  /** Null in the source's own language. */
  source: string | null;
  /** What the source said when the translation was made; null where it says the same. */
  sourceBefore: string | null;
  /** Empty where it is not written yet. */
  text: string;
  /** What somebody else saved meanwhile; null where it is the same, or nobody did. */
  theirs: string | null;
}

const deskSteps = ["save", "submit", "sendBack", "approve", "approveLegally", "publish", "publishUnreviewed"] as const;

/** A text in one language, as somebody works on it. */
export interface DeskText {
  kind: DeskKind;
  key: string;
  title: string;
  locale: string;
  sourceLocale: string;
  isSource: boolean;
  units: DeskUnit[];
  /** Null where nothing is written yet. */
  newest:
    | (Version & {
        state: RevisionState;
        by: string;
        isMine: boolean;
        at: Date;
        isMachineDraft: boolean;
        reviewedBy: string | null;
        legallyReviewedBy: string | null;
        sentBackReason: string | null;
      })
    | null;
  /** The version that readers see. */
  published: number | null;
  /** What the form builds on. */
  basedOn: Version | null;
  /** The newest version there is; it differs from `basedOn` while there is a conflict. */
  last: Version | null;
  /** Of a translation: the version of the source beside it; null where none stands still yet. */
  sourceNumber: number | null;
  /** The source says something else than when the newest translation was made. */
  isStale: boolean;
  unfinishedAt: Date | null;
  /** Somebody else saved since the actor began. */
  hasConflict: boolean;
  may: Record<(typeof deskSteps)[number], boolean>;
  /** Languages in which something is written, the source's first. */
  written: string[];
}

/** What is kept of somebody's unfinished text. */
const unfinishedFields = z.object({ texts: z.record(z.string(), z.string()) });

/**
 * A text of the desk with what it is translated from.
 * @throws {DomainError} notAllowed; notFound for another organization's text, too
 */
export async function getDeskText(
  ctx: Context,
  actor: PortalActor,
  { kind, key, locale }: ItemName & { locale: string },
): Promise<DeskText> {
  authorize(actor, "content.read");
  const item = await findItem(ctx, { kind, key });
  if (item === null || !maySee(actor, item) || !isWrittenLocale(locale)) throw new DomainError("notFound");
  const { sourceLocale } = item;
  const isSource = locale === sourceLocale;
  const owns = await listRevisions(ctx, item.id, locale);
  const sources = isSource ? owns : await listRevisions(ctx, item.id, sourceLocale);
  const newest = owns.find(({ state }) => state !== "archived") ?? null;
  const source = isSource ? null : sourceOfTranslation(sources);
  const unfinished = await listUnfinished(ctx, { itemIds: [item.id], locale, userId: actor.userId });
  const mine = unfinished.get(item.id) ?? null;
  const version = versionOf(newest);
  // What was taken down is still what a new draft comes after.
  const last = versionOf(owns[0] ?? null);
  const hasConflict = mine !== null && (mine.basedOn?.number !== last?.number || mine.basedOn?.sha256 !== last?.sha256);

  const translated = sources.find(({ number }) => number === newest?.sourceNumber) ?? null;
  const isStale = source !== null && translated !== null && translated.sha256 !== source.sha256;
  const names = await userNames(ctx, [newest?.writtenBy, newest?.reviewedBy, newest?.legallyReviewedBy].map(orNull));
  const nameOf = (who: string | null) => (who === null ? null : (names.get(who) ?? who));
  const writers = newest === null ? [] : writersOf(newest, owns);
  const may = (step: Step) => refusalOf(actor, step, ruledText(item, locale, writers)) === null;
  return {
    ...{ kind, key, locale, sourceLocale, isSource },
    title: titleOf(sources[0]?.fields) ?? key,
    units: unitsOf({
      base: inOrder(kind, (isSource ? newest : source)?.fields),
      saved: savedTexts({ newest, source, translated }),
      before: isStale ? before(source, translated) : new Map(),
      typed: unfinishedFields.safeParse(mine?.fields).data?.texts ?? null,
      isSource,
      hasConflict,
    }),
    newest: newest &&
      version && {
        ...version,
        state: newest.state,
        by: nameOf(newest.writtenBy) ?? "",
        isMine: newest.writtenBy === actor.name,
        at: newest.writtenAt,
        isMachineDraft: newest.isMachineDraft,
        reviewedBy: nameOf(newest.reviewedBy),
        legallyReviewedBy: nameOf(newest.legallyReviewedBy),
        sentBackReason: newest.sentBackReason,
      },
    published: owns.find(({ state }) => state === "published")?.number ?? null,
    basedOn: mine ? mine.basedOn : last,
    last,
    sourceNumber: source?.number ?? null,
    isStale,
    unfinishedAt: mine?.savedAt ?? null,
    hasConflict,
    may: {
      save: may("save"),
      submit: may("submit"),
      sendBack: may("sendBack"),
      approve: may("approve"),
      approveLegally: may("approveLegally"),
      publish: may("publish"),
      publishUnreviewed: may("publishUnreviewed"),
    },
    written: [sourceLocale, ...(await listLocales(ctx, item.id)).filter((one) => one !== sourceLocale)],
  };
}

async function listLocales({ db }: Pick<Context, "db">, itemId: string): Promise<string[]> {
  const { locale } = contentRevisions;
  const rows = await db
    .selectDistinct({ locale })
    .from(contentRevisions)
    .where(eq(contentRevisions.itemId, itemId))
    .orderBy(locale);
  return rows.map((row) => row.locale);
}

/** What readers of the source see, or else the newest version that stands still. */
export function sourceOfTranslation(sources: readonly Revision[]): Revision | null {
  for (const wanted of ["published", "approved", "in_review"]) {
    const found = sources.find(({ state }) => state === wanted);
    if (found !== undefined) return found;
  }
  return null;
}

/** What is written, as it goes with the source of now, by path. */
function savedTexts(known: {
  newest: Revision | null;
  source: Revision | null;
  translated: Revision | null;
}): Map<string, string> {
  const { newest, source, translated } = known;
  if (newest === null) return new Map();
  if (source === null) return textsOf(newest.fields);
  const earlier = { source: (translated ?? source).fields, translation: newest.fields };
  return new Map([...carryOver(source.fields, earlier)].map(([path, { text }]) => [path, text]));
}

/** What changed in the source, as it said before, by path. A part that is new is not among it. */
function before(source: Revision, translated: Revision): Map<string, string> {
  const carried = carryOver(source.fields, { source: translated.fields, translation: translated.fields });
  return new Map([...carried].flatMap(([path, { text, isOutdated }]) => (isOutdated ? [[path, text] as const] : [])));
}

function unitsOf(known: {
  /** Whose parts the text has: the source's, or its own. */
  base: unknown;
  saved: ReadonlyMap<string, string>;
  before: ReadonlyMap<string, string>;
  typed: Record<string, string> | null;
  isSource: boolean;
  hasConflict: boolean;
}): DeskUnit[] {
  const { base, saved, typed, isSource, hasConflict } = known;
  return [...textsOf(base)]
    .filter(([path]) => !isForMachines(path))
    .map(([path, original]) => {
      const kept = saved.get(path) ?? "";
      const text = (typed !== null && Object.hasOwn(typed, path) ? typed[path] : undefined) ?? kept;
      return {
        path,
        source: isSource ? null : original,
        sourceBefore: known.before.get(path) ?? null,
        text,
        theirs: hasConflict && text !== kept ? kept : null,
      };
    });
}

const titled = z.object({ title: z.string() });

function titleOf(fields: unknown): string | null {
  return titled.safeParse(fields).data?.title ?? null;
}

function versionOf(revision: Revision | null): Version | null {
  return revision && { number: revision.number, sha256: revision.sha256 };
}

function orNull(who: string | null | undefined): string | null {
  return who ?? null;
}
