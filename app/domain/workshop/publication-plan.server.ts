import type { CampaignFacts } from "~db/schema/content/campaign-facts";
import { contentHash } from "~db/schema/content/content-hash";
import type { Revision } from "../content/find-item.server";
import { textsIn } from "../content/text-fields";
import { type CampaignTexts, localesOf, newestIn, publishedIn } from "./campaign-texts.server";
import type { TextKind } from "./text-shape";
import { textKinds } from "./text-shape";

/** A version that is to come before the public. */
export interface PlannedText {
  kind: TextKind;
  revision: Revision;
  isSource: boolean;
  /** A second person, or the host, has still to approve it. */
  isInReview: boolean;
}

/**
 * What keeps a campaign from going public, for its people:
 * - `sourceDraft`, `sourceInReview`: nobody has submitted, or approved, its text in its own language.
 * - `brackets`: words of the template are still to be filled in; they stand in square brackets.
 * - `imageAlt`: its picture has no words for those who do not see it.
 * - `closed`: its closing date is over.
 */
export type Blocker = "sourceDraft" | "sourceInReview" | "brackets" | "imageAlt" | "closed";

export interface Plan {
  /** The source's language first. */
  texts: PlannedText[];
  blockers: Blocker[];
}

/**
 * What would come before the public now: in each language the newest version that is approved or, where `withReviewed`, in
 * review. A language counts once both texts are there in it.
 */
export function planPublication(
  texts: CampaignTexts,
  facts: CampaignFacts,
  { withReviewed, now }: { withReviewed: boolean; now: Date },
): Plan {
  const { sourceLocale } = texts.petition.item;
  const plannedOf = (kind: TextKind, locale: string): PlannedText | null => {
    const published = publishedIn(texts[kind], locale)?.number ?? 0;
    const revision = texts[kind].revisions.find(
      (one) =>
        one.locale === locale &&
        one.number > published &&
        (one.state === "approved" || (withReviewed && one.state === "in_review")),
    );
    if (revision === undefined) return null;
    return { kind, revision, isSource: locale === sourceLocale, isInReview: revision.state === "in_review" };
  };
  const isThere = (kind: TextKind, locale: string) =>
    plannedOf(kind, locale) !== null || publishedIn(texts[kind], locale) !== null;
  const complete = localesOf(texts).filter((locale) => textKinds.every((kind) => isThere(kind, locale)));
  const planned = complete.flatMap((locale) => textKinds.flatMap((kind) => plannedOf(kind, locale) ?? []));
  return { texts: planned, blockers: blockersOf(texts, facts, planned, complete.includes(sourceLocale), now) };
}

function blockersOf(
  texts: CampaignTexts,
  facts: CampaignFacts,
  planned: readonly PlannedText[],
  hasSource: boolean,
  now: Date,
): Blocker[] {
  const { sourceLocale } = texts.petition.item;
  const isDraft = textKinds.some((kind) => (newestIn(texts[kind], sourceLocale)?.state ?? "draft") === "draft");
  const campaign =
    planned.find(({ kind, isSource }) => kind === "campaign" && isSource)?.revision ??
    publishedIn(texts.campaign, sourceLocale);
  const said = planned.flatMap(({ revision }) => textsIn(revision.fields));
  return [
    ...(hasSource ? [] : [isDraft ? ("sourceDraft" as const) : ("sourceInReview" as const)]),
    ...(said.some(({ text }) => hasBrackets(text)) ? ["brackets" as const] : []),
    ...(facts.imageId !== null && campaign && !hasAlternativeText(campaign) ? ["imageAlt" as const] : []),
    ...(facts.closesAt !== null && new Date(facts.closesAt) <= now ? ["closed" as const] : []),
  ];
}

/** Words that a template leaves to be filled in: `[name of the company]`. */
export function hasBrackets(text: string): boolean {
  return /\[[^\][\n]{4,}\]/.test(text);
}

function hasAlternativeText({ fields }: Revision): boolean {
  return typeof fields === "object" && fields !== null && "imageAlt" in fields && typeof fields.imageAlt === "string";
}

/** A hash of all that a yes is said to: whoever says it says it to this, and to nothing that was changed since. */
export function fingerprint(facts: CampaignFacts, { texts }: Plan): string {
  return contentHash({
    facts,
    texts: texts.map(({ kind, revision: { locale, number, sha256 } }) => `${kind} ${locale} ${number} ${sha256}`),
  });
}
