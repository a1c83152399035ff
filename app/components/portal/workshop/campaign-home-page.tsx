import { useTranslation } from "react-i18next";
import type { CampaignHome } from "~/domain/workshop/campaign-home.server";
import { ErrorSummary } from "../../error-summary";
import { useFieldErrors } from "../field-error";
import { Moment } from "../portal-form";
import { type CampaignFrame, campaignPath, partPath } from "./campaign-frame";
import { CampaignHeading } from "./campaign-heading";
import { ChecklistSection } from "./checklist-section";
import { GraveDeeds } from "./grave-deeds";
import { LanguageSection } from "./language-section";
import { NextStep } from "./next-step";
import { OutcomeNote } from "./outcome-note";

export interface SentForm {
  intent: string;
  errors: Record<string, string>;
  values: Record<string, string>;
}

export interface CampaignHomeProps extends Omit<CampaignHome, "campaign" | "title"> {
  frame: CampaignFrame;
  /** `/portal/{organization}` */
  base: string;
  done: string | null;
  /** Names of what kept the campaign from going public at the last press. */
  blockers: string[];
  goal: number;
  timeZone: string;
  publishAt: Date | null;
  closesAt: Date | null;
  needsApproval: boolean;
  isFlagship: boolean;
  wasPublic: boolean;
  isPartnerActive: boolean;
  approval: {
    decision: "approved" | "sent_back" | "withdrawn" | null;
    requestedAt: Date;
    decidedAt: Date | null;
    note: string | null;
    reason: string | null;
  } | null;
  sent: SentForm | null;
}

const goodEnds = [
  "created",
  "public",
  "scheduled",
  "texts",
  "unscheduled",
  "asked",
  "withdrawn",
  "pause",
  "resume",
  "close",
  "archive",
  "restore",
  "takeDown",
] as const;
const badEnds = [
  "nothing",
  "mustAsk",
  "partnerPaused",
  "archived",
  "blocked",
  "already",
  "needed",
  "refused-ownText",
  "refused-approval",
  "refused-paused",
  "refused-role",
  "refused-changed",
] as const;
const blockerNames = ["sourceDraft", "sourceInReview", "brackets", "imageAlt", "closed"] as const;

/** A campaign's own place: where it is, what comes next, what is missing, its languages and numbers. */
export function CampaignHomePage(props: CampaignHomeProps) {
  const { t, i18n } = useTranslation("portal-workshop");
  const { frame, base, done, count, goal, timeZone, opensAt, closesAt, checklist, languages, may, sent } = props;
  const { summary } = useFieldErrors(sent?.errors);
  const number = new Intl.NumberFormat(i18n.language);
  const good = goodEnds.find((one) => one === done);
  const bad = badEnds.find((one) => one === done);
  const stops = blockerNames.filter((one) => props.blockers.includes(one));
  const isDraft = ["draft", "waiting", "sentBack", "scheduled"].includes(frame.state);

  return (
    <>
      <CampaignHeading frame={frame} part="home" />
      {good && <OutcomeNote isGood>{t(`outcomes.${good}`)}</OutcomeNote>}
      {bad && (
        <OutcomeNote isGood={false}>
          {t(`outcomes.${bad}`)} {stops.map((one) => t(`blockers.${one}`)).join(" ")}
        </OutcomeNote>
      )}
      <ErrorSummary errors={summary} />
      <NextStep {...props} />
      {isDraft && <ChecklistSection items={checklist} frame={frame} />}
      <LanguageSection languages={languages} frame={frame} />
      <section className="portal-card" aria-labelledby="facts-title">
        <h2 id="facts-title">{t("home.facts")}</h2>
        <dl className="delivery-facts">
          <div>
            <dt>{t("home.signatures")}</dt>
            <dd>{t("list.signatures", { count, shown: number.format(count), goal: number.format(goal) })}</dd>
          </div>
          <div>
            <dt>{t("facts.opensAt")}</dt>
            <dd>{opensAt ? <Moment at={opensAt} timeZone={timeZone} /> : t("facts.opensWithPublication")}</dd>
          </div>
          <div>
            <dt>{t("facts.closesAt")}</dt>
            <dd>{closesAt ? <Moment at={closesAt} timeZone={timeZone} /> : t("facts.neverCloses")}</dd>
          </div>
        </dl>
        <p className="button-row">
          <a href={`${base}/numbers/${encodeURIComponent(frame.slug)}`}>{t("home.numbers")}</a>
          <a href={partPath(frame, "actions")}>{t("home.actions")}</a>
          <a href={partPath(frame, "routing")}>{t("home.routing")}</a>
          {may.change && <a href={`${campaignPath(frame)}/copy`}>{t("home.copy")}</a>}
        </p>
      </section>
      {may.publish && <GraveDeeds {...props} />}
    </>
  );
}
