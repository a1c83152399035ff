import type { PortalActor } from "../access/portal-actor";
import type { RevisionState } from "../content/content-outcome";
import type { Revision } from "../content/find-item.server";
import { refusalOf, type Step } from "../content/rights";
import type { Version } from "../content/save-draft.server";
import { ruledText, writersOf } from "../content/take-step.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import {
  type CampaignText,
  getCampaignTexts,
  localesOf,
  newestIn,
  publishedIn,
  sourceToTranslate,
} from "./campaign-texts.server";
import { isReadersLocale } from "./keep-texts.server";
import { getOwnCampaign, mustAsk, type OwnCampaign } from "./own-campaign.server";
import { type FieldName, type TextKind, textKinds } from "./text-shape";
import { differingFields, type TypedQuestion, type TypedTexts, typedTextsOf } from "./typed-texts";
import { listUnfinished, type Unfinished } from "./unfinished.server";
import { userNames } from "./user-names.server";

/** Where one of the two texts is in a language. */
export interface EditedText {
  /** Null where nothing is written yet. */
  newest:
    | (Version & { state: RevisionState; by: string; isMine: boolean; at: Date; sentBackReason: string | null })
    | null;
  /** The version that readers see. */
  published: number | null;
  /** What the form builds on; it differs from `newest` while there is a conflict. */
  basedOn: Version | null;
  /** Of a translation: the version of the source beside it. */
  sourceNumber: number | null;
  /** When the reader of the page left something that is no draft. */
  unfinishedAt: Date | null;
  /** Somebody else saved since the reader began: these fields differ. */
  conflict: FieldName[] | null;
  may: Record<"save" | "submit" | "sendBack" | "approve" | "publish", boolean>;
}

/** Both texts of a campaign in one language, as somebody works on them. */
export interface TextEditor {
  campaign: OwnCampaign;
  locale: string;
  isSource: boolean;
  /** Languages in which something is written, the source's first. */
  locales: string[];
  typed: TypedTexts;
  /** What others saved, where there is a conflict. */
  theirs: TypedTexts | null;
  /** Of a translation: what is translated; null where that does not stand still yet. */
  source: TypedTexts | null;
  /** Of a translation: what the source said when it was made, and the fields that say something else now. */
  sourceBefore: { typed: TypedTexts; changed: FieldName[] } | null;
  texts: Record<TextKind, EditedText>;
}

/** @throws {DomainError} notAllowed, notFound */
export async function getTextEditor(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  locale: string,
): Promise<TextEditor> {
  const campaign = await getOwnCampaign(ctx, actor, "campaigns.read", slug);
  if (!isReadersLocale(locale)) throw new DomainError("notFound");
  const texts = await getCampaignTexts(ctx, slug);
  const { sourceLocale } = texts.petition.item;
  const isSource = locale === sourceLocale;
  const hasLanding = hasLandingPage(texts.campaign);
  const unfinished = await listUnfinished(ctx, {
    itemIds: textKinds.map((kind) => texts[kind].item.id),
    locale,
    userId: actor.userId,
  });
  const of = <T>(read: (kind: TextKind) => T): Record<TextKind, T> => ({
    petition: read("petition"),
    campaign: read("campaign"),
  });
  const newest = of((kind) => newestIn(texts[kind], locale));
  const mine = of((kind) => unfinished.get(texts[kind].item.id) ?? null);
  const sources = of((kind) => (isSource ? null : sourceToTranslate(texts[kind])));
  const source =
    sources.petition && sources.campaign
      ? typedTextsOf({ petition: sources.petition.fields, campaign: sources.campaign.fields }, hasLanding)
      : null;
  const translated = of((kind) => (isSource ? null : translatedRevision(texts[kind], newest[kind])));
  const saved = typedTextsOf(
    of((kind) => newest[kind]?.fields ?? {}),
    hasLanding,
  );
  const typed = typedTextsOf(
    of((kind) => mine[kind]?.fields ?? newest[kind]?.fields ?? {}),
    hasLanding,
  );
  const names = await userNames(
    ctx,
    textKinds.map((kind) => newest[kind]?.writtenBy ?? null),
  );
  const edited = of((kind) =>
    editedText({
      actor,
      campaign,
      locale,
      text: texts[kind],
      newest: newest[kind],
      mine: mine[kind],
      source: sources[kind],
      names,
      differing: () => differingFields(typed, saved, kind),
    }),
  );
  const hasConflict = textKinds.some((kind) => edited[kind].conflict !== null);
  return {
    campaign,
    locale,
    isSource,
    locales: localesOf(texts),
    typed: source === null ? typed : alongside(typed, source),
    theirs: hasConflict ? saved : null,
    source,
    sourceBefore: source === null ? null : sourceBefore(source, translated, sources),
    texts: edited,
  };
}

/** A campaign keeps or lacks its landing page as it was made. */
export function hasLandingPage({ revisions, item }: CampaignText): boolean {
  const newest = revisions.find(({ locale }) => locale === item.sourceLocale);
  const fields = newest?.fields;
  return typeof fields === "object" && fields !== null && "landing" in fields && fields.landing !== null;
}

/** What a translation was made from. */
function translatedRevision({ item, revisions }: CampaignText, translation: Revision | null): Revision | null {
  const { sourceLocale } = item;
  return (
    revisions.find(({ locale, number }) => locale === sourceLocale && number === translation?.sourceNumber) ?? null
  );
}

function sourceBefore(
  source: TypedTexts,
  translated: Record<TextKind, Revision | null>,
  now: Record<TextKind, Revision | null>,
): TextEditor["sourceBefore"] {
  const isOther = (kind: TextKind) => translated[kind] !== null && translated[kind].sha256 !== now[kind]?.sha256;
  if (!textKinds.some(isOther)) return null;
  const typed = typedTextsOf(
    { petition: translated.petition?.fields ?? {}, campaign: translated.campaign?.fields ?? {} },
    source.hasLanding,
  );
  return { typed, changed: textKinds.filter(isOther).flatMap((kind) => differingFields(typed, source, kind)) };
}

function editedText(known: {
  actor: PortalActor;
  campaign: OwnCampaign;
  locale: string;
  text: CampaignText;
  newest: Revision | null;
  mine: Unfinished | null;
  source: Revision | null;
  names: ReadonlyMap<string, string>;
  differing(): FieldName[];
}): EditedText {
  const { actor, campaign, locale, text, newest, mine, source, names } = known;
  const version = newest && { number: newest.number, sha256: newest.sha256 };
  const isBehind =
    mine !== null && (mine.basedOn?.number !== version?.number || mine.basedOn?.sha256 !== version?.sha256);
  const inLocale = text.revisions.filter((one) => one.locale === locale);
  const writers = newest === null ? [] : writersOf(newest, inLocale);
  const may = (step: Step) => refusalOf(actor, step, ruledText(text.item, locale, writers)) === null;
  return {
    newest: newest &&
      version && {
        ...version,
        state: newest.state,
        by: names.get(newest.writtenBy) ?? newest.writtenBy,
        isMine: newest.writtenBy === actor.name,
        at: newest.writtenAt,
        sentBackReason: newest.sentBackReason,
      },
    published: publishedIn(text, locale)?.number ?? null,
    basedOn: mine ? mine.basedOn : version,
    sourceNumber: source?.number ?? null,
    unfinishedAt: mine?.savedAt ?? null,
    conflict: isBehind ? known.differing() : null,
    may: {
      save: may("save"),
      submit: may("submit"),
      sendBack: may("sendBack"),
      approve: may("approve"),
      publish: may("publish") && !mustAsk(actor, campaign),
    },
  };
}

/** A translation has as many parts as its source where it has none yet, and always its questions. */
function alongside(typed: TypedTexts, source: TypedTexts): TypedTexts {
  const lists = new Map(
    [...typed.lists].map(([name, list]) => [
      name,
      list.length === 0 ? (source.lists.get(name) ?? []).map(() => "") : list,
    ]),
  );
  const questions = new Map(
    [...typed.questions].map(([name, own]): [FieldName, TypedQuestion[]] => [
      name,
      (source.questions.get(name) ?? []).map(
        ({ id }) => own.find((one) => one.id === id) ?? { id, question: "", answer: "" },
      ),
    ]),
  );
  return { ...typed, lists, questions };
}
