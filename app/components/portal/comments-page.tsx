import { useTranslation } from "react-i18next";
import { countryName } from "~/domain/regions/country-names";
import { DeedForm, DoneNote, EmptyState, Moment, PortalHeading } from "./portal-form";
import { PortalPager } from "./portal-pager";
import { StateTabs } from "./state-tabs";

interface Props {
  base: string;
  state: "waiting" | "approved";
  counts: Record<string, number>;
  done: string | null;
  page: number;
  pages: number;
  comments: {
    campaignId: string;
    campaignSlug: string;
    signatureId: string;
    name: string | null;
    comment: string;
    country: string;
    recordedAt: Date;
  }[];
}

const outcomes = ["approved", "rejected", "outdated"] as const;

/** Comments that signers want to be shown: nothing is shown before somebody has read it. */
export function CommentsPage({ base, state, counts, done, page, pages, comments }: Props) {
  const { t, i18n } = useTranslation("portal-deliveries");
  const { t: portal } = useTranslation("portal");
  const path = `${base}/comments`;
  const outcome = outcomes.find((one) => one === done);
  return (
    <>
      <p>
        <a href={base}>{portal("nav.deliveries")}</a>
      </p>
      <PortalHeading title={t("comments.title")} lead={t("comments.lead")} />
      {outcome && <DoneNote>{t(`comments.outcomes.${outcome}`)}</DoneNote>}
      <StateTabs
        label={t("comments.tabs")}
        path={path}
        current={state}
        tabs={[
          { state: "waiting", words: t("comments.states.waiting"), count: counts.waiting ?? 0 },
          { state: "approved", words: t("comments.states.approved"), count: counts.approved ?? 0 },
        ]}
      />
      {comments.length === 0 && (
        <EmptyState title={t("comments.none")}>
          <p>{t("comments.noneBody")}</p>
        </EmptyState>
      )}
      <ul className="moderation-list">
        {comments.map((one) => (
          <li className="portal-card" key={one.signatureId}>
            <blockquote>
              <p dir="auto" className="kept-lines">
                {one.comment}
              </p>
            </blockquote>
            <p className="visually-muted">
              {one.name === null ? t("comments.noName") : <bdi>{one.name}</bdi>} ·{" "}
              {one.country === "ZZ" ? t("comments.noCountry") : countryName(one.country, i18n.language)} ·{" "}
              <Moment at={one.recordedAt} /> · <bdi>{one.campaignSlug}</bdi>
            </p>
            <div className="button-row">
              {state === "waiting" && (
                <Decision intent="approve" one={one} words={t("comments.approve")} className="button button--small" />
              )}
              <Decision
                intent="reject"
                one={one}
                words={t("comments.reject")}
                className="button button--small button--danger"
              />
            </div>
          </li>
        ))}
      </ul>
      {comments.length > 0 && <p className="visually-muted">{t("comments.rejectMeans")}</p>}
      <PortalPager page={page} pages={pages} path={path} filter={{ state }} />
    </>
  );
}

interface DecisionProps {
  intent: string;
  one: { campaignId: string; signatureId: string };
  words: string;
  className: string;
}

function Decision({ intent, one, words, className }: DecisionProps) {
  return (
    <DeedForm intent={intent}>
      <input type="hidden" name="campaign" value={one.campaignId} />
      <input type="hidden" name="id" value={one.signatureId} />
      <button type="submit" className={className}>
        {words}
      </button>
    </DeedForm>
  );
}
