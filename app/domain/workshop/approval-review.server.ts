import type { CampaignFacts } from "~db/schema/content/campaign-facts";
import { revisionFields } from "~db/schema/content/revision-fields";
import type { PortalActor } from "../access/portal-actor";
import type { Context } from "../context";
import type { PictureFile } from "../images/picture";
import type { WaitingRouting } from "../partner-actions/waiting-routing.server";
import { planForHost } from "./approvals.server";
import { differingFacts, type FactName, titleOf } from "./campaign-home.server";
import { listCampaignPictures, type PictureKind } from "./campaign-pictures.server";
import { getCampaignTexts, publishedIn } from "./campaign-texts.server";
import { factsInHand, readFacts } from "./facts.server";
import { getOwnCampaign, type OwnCampaign } from "./own-campaign.server";
import type { Blocker } from "./publication-plan.server";
import { type FieldName, fieldSpecs, partsOf, type TextKind } from "./text-shape";
import { differingFields, typedTextsOf, wordsOf } from "./typed-texts";
import { userNames } from "./user-names.server";

/** A text that waits for the host: what it says, and which fields readers see otherwise today. */
export interface ReviewedText {
  kind: TextKind;
  locale: string;
  isInReview: boolean;
  /** Readers see an earlier version. */
  isChange: boolean;
  /** `before`: what readers see today, where that is something else. */
  fields: { name: FieldName; words: string; before: string | null }[];
}

/** What would be offered to signers, and to whom. */
export interface ReviewedRouting {
  /** Actions, their order or rules would be otherwise than today. */
  isProposed: boolean;
  rules: number;
  actions: {
    slug: string;
    link: string | null;
    /** Those that readers do not see yet. */
    texts: { locale: string; isInReview: boolean; title: string; words: string[] }[];
  }[];
}

/** Everything that a yes of the host would bring before the public. */
export interface ApprovalReview {
  campaign: OwnCampaign;
  title: string;
  requestedBy: string;
  /** Nothing waits any more. */
  isOpen: boolean;
  fingerprint: string;
  texts: ReviewedText[];
  facts: CampaignFacts;
  /** What the public sees today; null while it sees nothing. */
  factsBefore: CampaignFacts | null;
  changedFacts: FactName[];
  pictures: Record<PictureKind, PictureFile[] | null>;
  routing: ReviewedRouting;
  blockers: Blocker[];
}

/** @throws {DomainError} notAllowed to everybody but the host, notFound */
export async function getApprovalReview(ctx: Context, actor: PortalActor, slug: string): Promise<ApprovalReview> {
  const campaign = await getOwnCampaign(ctx, actor, "campaigns.approve", slug);
  const { plan, routing, fingerprint } = await planForHost(ctx, campaign);
  const texts = await getCampaignTexts(ctx, slug);
  const facts = await factsInHand(ctx, campaign);
  const { approval } = campaign;
  const names = await userNames(ctx, [approval?.requestedBy ?? null]);
  const isDraft = campaign.status === "draft";
  const factsBefore = isDraft ? null : await readFacts(ctx, campaign);
  return {
    campaign,
    title: titleOf(texts, slug),
    requestedBy: names.get(approval?.requestedBy ?? "") ?? "",
    isOpen: approval !== null && approval.decision === null,
    fingerprint,
    texts: plan.texts.map(({ kind, revision, isInReview }) => {
      const before = publishedIn(texts[kind], revision.locale)?.fields;
      return {
        kind,
        locale: revision.locale,
        isInReview,
        isChange: before !== undefined,
        fields: fieldsOf(kind, revision.fields, before),
      };
    }),
    facts,
    factsBefore,
    changedFacts: factsBefore === null ? [] : differingFacts(factsBefore, facts),
    pictures: await listCampaignPictures(ctx, { image: facts.imageId, logo: facts.logoImageId }),
    routing: reviewedRouting(routing),
    blockers: plan.blockers.filter((one) => isDraft || one !== "closed"),
  };
}

function reviewedRouting({ plan, isProposed, texts }: WaitingRouting): ReviewedRouting {
  const actions = plan.actions.filter(({ isRetired }) => !isRetired);
  return {
    isProposed,
    rules: plan.rules.length,
    actions: actions.map(({ slug, link }) => ({
      slug,
      link,
      texts: texts
        .filter(({ key }) => key === slug)
        .map(({ revision: { locale, state, fields } }) => {
          const { title, summary, body, cta } = revisionFields.partner_action.parse(fields);
          return { locale, isInReview: state === "in_review", title, words: [summary, body, cta] };
        }),
    })),
  };
}

function fieldsOf(kind: TextKind, fields: unknown, before: unknown): ReviewedText["fields"] {
  const typed = (value: unknown) => typedTextsOf({ petition: value, campaign: value }, true);
  const now = typed(fields);
  const earlier = before === undefined ? null : typed(before);
  const changed = earlier === null ? [] : differingFields(earlier, now, kind);
  return fieldSpecs
    .filter(({ name }) => partsOf(name).kind === kind)
    .map(({ name }) => ({
      name,
      words: wordsOf(now, name),
      before: earlier !== null && changed.includes(name) ? wordsOf(earlier, name) : null,
    }))
    .filter(({ words, before: was }) => words !== "" || was !== null);
}
