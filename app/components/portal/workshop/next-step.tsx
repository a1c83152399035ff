import { useTranslation } from "react-i18next";
import { DeedForm, Moment } from "../portal-form";
import { AskForm } from "./ask-form";
import { campaignPath, partPath } from "./campaign-frame";
import type { CampaignHomeProps } from "./campaign-home-page";
import { ScheduleForm } from "./schedule-form";

/** Where a campaign is, in a sentence, and the press that brings it on. */
export function NextStep(props: CampaignHomeProps) {
  const { t } = useTranslation("portal-workshop");
  const { frame, timeZone, publishAt, approval, request, may, isPartnerActive } = props;
  const { state } = frame;
  const isWaiting = approval !== null && approval.decision === null;
  return (
    <section className="portal-card workshop-next" aria-labelledby="next-title">
      <h2 id="next-title">{t("next.title")}</h2>
      <p>
        {t(`next.states.${state}`)}{" "}
        {state === "scheduled" && publishAt && <Moment at={publishAt} timeZone={timeZone} />}
      </p>
      {!isPartnerActive && <p className="warning-note">{t("outcomes.partnerPaused")}</p>}
      {approval?.decision === "sent_back" && (
        <blockquote className="workshop-quote">
          <p className="visually-muted">
            {t("next.sentBackBy")} <bdi>{request?.decidedBy}</bdi>
            {approval.decidedAt && (
              <>
                {" · "}
                <Moment at={approval.decidedAt} timeZone={timeZone} />
              </>
            )}
          </p>
          <p dir="auto">{approval.reason}</p>
        </blockquote>
      )}
      {isWaiting && state !== "waiting" && <p>{t("next.changesWait")}</p>}
      {isWaiting && (
        <p className="visually-muted">
          {t("next.askedBy")} <bdi>{request?.requestedBy}</bdi> ·{" "}
          <Moment at={approval.requestedAt} timeZone={timeZone} />
        </p>
      )}
      {isWaiting && may.approve && (
        <p>
          <a className="button" href={`${campaignPath(frame)}/approval`}>
            {t("next.decide")}
          </a>
        </p>
      )}
      {isWaiting && may.publish && !may.approve && (
        <DeedForm intent="withdraw">
          <button type="submit" className="button button--small button--quiet">
            {t("next.withdraw")}
          </button>
        </DeedForm>
      )}
      {!isWaiting && may.publish && isPartnerActive && <Deeds {...props} />}
    </section>
  );
}

function Deeds(props: CampaignHomeProps) {
  const { t } = useTranslation("portal-workshop");
  const { frame, asksHost, checklist, planned, proposed, routingWaits, languages, may, sent } = props;
  const { state } = frame;
  const isDraft = state === "draft" || state === "sentBack" || state === "scheduled";
  const isReady = checklist.every(({ key, state: at }) => key === "host" || at === "done" || at === "optional");
  const hasDrafts = languages.some((one) => one.state === "draft");

  if (state === "archived") {
    return <Press intent="restore" words={t("next.restore")} />;
  }
  if (isDraft && !isReady) return <p>{t("next.notReady")}</p>;
  if (isDraft && asksHost) {
    return <AskForm timeZone={props.timeZone} isFirst sent={sent?.intent === "ask" ? sent : null} />;
  }
  if (isDraft) {
    return (
      <>
        <Press intent="publish" words={t("next.publish")} isMain />
        {state === "scheduled" && <Press intent="unschedule" words={t("next.unschedule")} />}
        <ScheduleForm timeZone={props.timeZone} sent={sent?.intent === "schedule" ? sent : null} />
      </>
    );
  }
  const changes = planned.length + proposed.length + Number(routingWaits);
  return (
    <>
      {asksHost && (changes > 0 || hasDrafts) && (
        <>
          <p>{t("next.changesToAsk")}</p>
          <AskForm timeZone={props.timeZone} isFirst={false} sent={sent?.intent === "ask" ? sent : null} />
        </>
      )}
      {!asksHost && (hasDrafts || languages.some((one) => one.state === "in_review")) && (
        <p>
          {hasDrafts ? t("next.drafts") : t("next.inReview")}{" "}
          <a href={partPath(frame, "texts")}>{t("checklist.go.texts")}</a>
        </p>
      )}
      {!asksHost && planned.length > 0 && (
        <>
          <p>{t("next.newTexts", { count: planned.length })}</p>
          <Press intent="publish" words={t("next.publishTexts")} isMain />
        </>
      )}
      {!asksHost && proposed.length > 0 && may.approve && (
        <p>
          <a href={`${campaignPath(frame)}/approval`}>{t("next.proposed")}</a>
        </p>
      )}
      {(state === "open" || state === "notYetOpen") && <Press intent="pause" words={t("next.pause")} />}
      {state === "paused" && <Press intent="resume" words={t("next.resume")} isMain />}
    </>
  );
}

function Press({ intent, words, isMain = false }: { intent: string; words: string; isMain?: boolean }) {
  return (
    <DeedForm intent={intent} className="workshop-press">
      <button type="submit" className={isMain ? "button" : "button button--small button--quiet"}>
        {words}
      </button>
    </DeedForm>
  );
}
