import { useTranslation } from "react-i18next";
import type { ApprovalReview, ReviewedText } from "~/domain/workshop/approval-review.server";
import { languageName } from "~/i18n/language-name";
import { textDirection } from "~/i18n/text-direction";
import { ErrorSummary } from "../../error-summary";
import { Picture } from "../../picture";
import { useFieldErrors } from "../field-error";
import { DeedForm, EmptyState, Moment } from "../portal-form";
import { type CampaignFrame, campaignPath } from "./campaign-frame";
import { CampaignHeading } from "./campaign-heading";
import type { SentForm } from "./campaign-home-page";
import { FactsList } from "./facts-list";
import { useFieldName } from "./field-name";
import { OutcomeNote } from "./outcome-note";
import { RoutingReview } from "./routing-review";
import { TextBox } from "./text-box";

interface Props extends Omit<ApprovalReview, "campaign" | "title"> {
  frame: CampaignFrame;
  done: string | null;
  requestedAt: Date | null;
  note: string | null;
  publishAt: Date | null;
  sent: SentForm | null;
}

const outcomes = ["nothing", "changed", "ownText", "partnerPaused", "blocked"] as const;

/** All that a yes of the host would bring before the public, and the yes or no. */
export function ApprovalPage({
  frame,
  done,
  texts,
  facts,
  factsBefore,
  changedFacts,
  pictures,
  blockers,
  sent,
  ...props
}: Props) {
  const { t } = useTranslation("portal-workshop");
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  const outcome = outcomes.find((one) => one === done);
  const base = campaignPath(frame);
  if (!props.isOpen) {
    return (
      <>
        <CampaignHeading frame={frame} part={null} />
        {outcome && <OutcomeNote isGood={false}>{t(`decide.outcomes.${outcome}`)}</OutcomeNote>}
        <EmptyState title={t("decide.none")}>
          <p>
            <a href={`${frame.listPath}/approvals`}>{t("approvals.title")}</a>
          </p>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <CampaignHeading frame={frame} part={null} />
      {outcome && <OutcomeNote isGood={false}>{t(`decide.outcomes.${outcome}`)}</OutcomeNote>}
      <ErrorSummary errors={summary} />
      <section className="portal-card" aria-labelledby="request-title">
        <h2 id="request-title">{t("decide.request")}</h2>
        <p>
          <bdi>{frame.partnerName}</bdi> · <bdi>{props.requestedBy}</bdi>
          {props.requestedAt && (
            <>
              {" · "}
              <Moment at={props.requestedAt} timeZone={facts.timeZone} />
            </>
          )}
        </p>
        {props.note && (
          <blockquote className="workshop-quote">
            <p dir="auto">{props.note}</p>
          </blockquote>
        )}
        {props.publishAt && (
          <p>
            {t("decide.publishAt")} <Moment at={props.publishAt} timeZone={facts.timeZone} />
          </p>
        )}
      </section>
      <section className="portal-card" aria-labelledby="decide-facts">
        <h2 id="decide-facts">{t("decide.facts")}</h2>
        <FactsList facts={facts} before={factsBefore} changed={changedFacts} />
        {(changedFacts.includes("imageId") || changedFacts.includes("logoImageId")) && (
          <p>
            {t("decide.pictures")} <span className="state-tag">{t("decide.changed")}</span>
          </p>
        )}
        {pictures.image && (
          <Picture className="workshop-picture" files={pictures.image} base={base} alt={t("look.image.title")} />
        )}
        {pictures.logo && (
          <Picture
            className="workshop-logo"
            files={pictures.logo}
            base={base}
            alt={t("look.logo.shown")}
            sizes="15rem"
          />
        )}
      </section>
      {texts.map((text) => (
        <Text key={`${text.kind} ${text.locale}`} {...text} textsPath={`${base}/texts/${text.locale}`} />
      ))}
      <RoutingReview base={base} {...props.routing} />
      {blockers.length > 0 && (
        <p className="warning-note">
          {t("decide.blocked")} {blockers.map((one) => t(`blockers.${one}`)).join(" ")}
        </p>
      )}
      <section className="portal-card workshop-form" aria-labelledby="decision-title">
        <h2 id="decision-title">{t("decide.title")}</h2>
        <DeedForm intent="approve">
          <input type="hidden" name="seen" value={props.fingerprint} />
          <p>{t("decide.effect")}</p>
          <button type="submit" className="button">
            {t("decide.approve")}
          </button>
        </DeedForm>
        <details open={sent?.intent === "send-back"}>
          <summary>{t("decide.sendBackSummary")}</summary>
          <DeedForm intent="send-back">
            <TextBox
              id="reason"
              label={t("decide.reason")}
              hint={t("decide.reasonHint")}
              error={errorOf("reason")}
              defaultValue={sent?.values.reason}
            />
            <button type="submit" className="button button--small button--danger">
              {t("decide.sendBack")}
            </button>
          </DeedForm>
        </details>
      </section>
    </>
  );
}

function Text({ kind, locale, isChange, isInReview, fields, textsPath }: ReviewedText & { textsPath: string }) {
  const { t, i18n } = useTranslation("portal-workshop");
  const nameOf = useFieldName();
  const id = `text-${kind}-${locale}`;
  return (
    <section className="portal-card" aria-labelledby={id}>
      <h2 id={id}>
        {t(`textKinds.${kind}`)} · {languageName(locale, i18n.language)}
      </h2>
      <p>
        <span className="state-tag">{isChange ? t("decide.newVersion") : t("decide.newText")}</span>{" "}
        {isInReview && <span className="state-tag">{t("textStates.in_review")}</span>}{" "}
        <a href={textsPath}>{t("decide.seePage")}</a>
      </p>
      <dl className="workshop-changes">
        {fields.map(({ name, words, before }) => (
          <div key={name}>
            <dt>
              {nameOf(name)} {before !== null && <span className="state-tag">{t("decide.changed")}</span>}
            </dt>
            <dd lang={locale} dir={textDirection(locale)}>
              {words}
            </dd>
            {before !== null && before !== "" && (
              <dd>
                <span className="visually-muted">{t("decide.beforeText")}</span>
                <del lang={locale} dir={textDirection(locale)}>
                  {before}
                </del>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}
