import type { PortalActor } from "../access/portal-actor";
import type { RevisionState } from "../content/content-outcome";
import { refusalOf } from "../content/rights";
import { ruledText } from "../content/take-step.server";
import type { Context } from "../context";
import { DomainError } from "../errors";
import { getCampaignTexts, localesOf } from "./campaign-texts.server";
import { isReadersLocale } from "./keep-texts.server";
import { getOwnCampaign, mustAsk, type OwnCampaign } from "./own-campaign.server";
import { type FieldName, type TextKind, textKinds } from "./text-shape";
import { differingFields, type TypedTexts, typedTextsOf, wordsOf } from "./typed-texts";
import { userNames } from "./user-names.server";

/** One version of a text, with what it says otherwise than the one before it. */
export interface TextVersion {
  number: number;
  state: RevisionState;
  writtenBy: string;
  writtenAt: Date;
  reviewedBy: string | null;
  publishedBy: string | null;
  publishedAt: Date | null;
  /** What changed: each field with its words before and after. */
  changes: { name: FieldName; before: string; after: string }[];
  /** Readers saw it once, and can see it again. */
  canComeBack: boolean;
}

export interface CampaignVersions {
  campaign: OwnCampaign;
  locale: string;
  locales: string[];
  /** Newest first. */
  versions: Record<TextKind, TextVersion[]>;
  mayRestore: boolean;
  mayUndo: boolean;
}

/** Every version of a campaign's texts in one language. @throws {DomainError} notAllowed, notFound */
export async function listCampaignVersions(
  ctx: Context,
  actor: PortalActor,
  slug: string,
  locale: string,
): Promise<CampaignVersions> {
  const campaign = await getOwnCampaign(ctx, actor, "campaigns.read", slug);
  if (!isReadersLocale(locale)) throw new DomainError("notFound");
  const texts = await getCampaignTexts(ctx, slug);
  const all = textKinds.flatMap((kind) => texts[kind].revisions.filter((one) => one.locale === locale));
  const names = await userNames(
    ctx,
    all.flatMap(({ writtenBy, reviewedBy, publishedBy }) => [writtenBy, reviewedBy, publishedBy]),
  );
  const nameOf = (who: string | null) => (who === null ? null : (names.get(who) ?? who));
  const ruled = ruledText(texts.petition.item, locale);
  const versionsOf = (kind: TextKind): TextVersion[] => {
    const revisions = texts[kind].revisions.filter((one) => one.locale === locale);
    return revisions.map((revision, index) => ({
      number: revision.number,
      state: revision.state,
      writtenBy: nameOf(revision.writtenBy) ?? "",
      writtenAt: revision.writtenAt,
      reviewedBy: nameOf(revision.reviewedBy),
      publishedBy: nameOf(revision.publishedBy),
      publishedAt: revision.publishedAt,
      changes: changesOf(kind, revisions[index + 1]?.fields, revision.fields),
      canComeBack: revision.publishedAt !== null && revision.state === "archived",
    }));
  };
  return {
    campaign,
    locale,
    locales: localesOf(texts),
    versions: { petition: versionsOf("petition"), campaign: versionsOf("campaign") },
    mayRestore: refusalOf(actor, "save", ruled) === null,
    mayUndo: refusalOf(actor, "publish", ruled) === null && !mustAsk(actor, campaign),
  };
}

/** @param before the fields of the version before; undefined for the first */
function changesOf(kind: TextKind, before: unknown, after: unknown): TextVersion["changes"] {
  if (before === undefined) return [];
  const typed = (fields: unknown): TypedTexts => typedTextsOf({ petition: fields, campaign: fields }, true);
  const [one, other] = [typed(before), typed(after)];
  return differingFields(one, other, kind).map((name) => ({
    name,
    before: wordsOf(one, name),
    after: wordsOf(other, name),
  }));
}
