import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MailingProgress } from "~/domain/mailings/list-mailings.server";
import { Moment } from "../portal-form";

/** What a mailing is at, in a word. */
export function MailingState({ state }: Pick<MailingProgress, "state">) {
  const { t } = useTranslation("portal-mailings");
  return <span className={`state-tag mailing-state mailing-state--${state}`}>{t(`states.${state}`)}</span>;
}

/** People with whom a mailing is through, out of all that it began with. */
function throughWith({ state, total, sent, failed, leftOut }: MailingProgress): number {
  return state === "done" ? total : Math.min(sent + failed + leftOut, total);
}

/** How far a mailing is, and what was heard of it. The script of the page keeps it up to date. */
export function Progress({ progress, path }: { progress: MailingProgress; path: string }) {
  const { t, i18n } = useTranslation("portal-mailings");
  const number = new Intl.NumberFormat(i18n.language);
  const share = new Intl.NumberFormat(i18n.language, { style: "percent", maximumFractionDigits: 2 });
  const { state, total, sent, failed, bounced, complained, unsubscribed, leftOut } = progress;
  const isMoving = state === "sending";
  const through = throughWith(progress);
  const delivered = Math.max(sent - bounced, 0);
  return (
    <section
      className="portal-card"
      id="mailing-progress"
      aria-labelledby="progress-title"
      data-moving={isMoving || undefined}
    >
      <h2 id="progress-title">{t("progress.title")}</h2>
      <p className="mailing-bar">
        <label htmlFor="progress-bar">
          {t("progress.through", { done: number.format(through), total: number.format(total) })}
        </label>
        <progress id="progress-bar" value={through} max={Math.max(total, 1)} />
      </p>
      <dl className="delivery-facts">
        <Fact term={t("progress.sent")}>{number.format(sent)}</Fact>
        <Fact term={t("progress.bounced")}>{number.format(bounced)}</Fact>
        <Fact term={t("progress.complained")}>
          {number.format(complained)}
          {complained > 0 && delivered > 0 && ` (${share.format(complained / delivered)})`}
        </Fact>
        <Fact term={t("progress.unsubscribed")}>{number.format(unsubscribed)}</Fact>
        <Fact term={t("progress.failed")}>{number.format(failed)}</Fact>
        <Fact term={t("progress.leftOut")}>{number.format(leftOut)}</Fact>
        {progress.startedAt && (
          <Fact term={t("progress.started")}>
            <Moment at={progress.startedAt} />
          </Fact>
        )}
        {progress.endedAt && (
          <Fact term={t("progress.ended")}>
            <Moment at={progress.endedAt} />
          </Fact>
        )}
      </dl>
      <p className="visually-muted">{t("progress.what")}</p>
      <p className="visually-muted">{t("progress.noTracking")}</p>
      {isMoving && (
        <noscript>
          <p>
            <a href={path}>{t("progress.look")}</a>
          </p>
        </noscript>
      )}
    </section>
  );
}

/** One line of how far it is, for lists. */
export function ProgressLine({ progress }: { progress: MailingProgress }) {
  const { t, i18n } = useTranslation("portal-mailings");
  const number = new Intl.NumberFormat(i18n.language);
  const { state, scheduledAt, timeZone, startedAt, total, sent } = progress;
  if (state === "scheduled" && scheduledAt) return <Moment at={scheduledAt} timeZone={timeZone ?? "UTC"} />;
  if (startedAt === null) return <>–</>;
  return (
    <>
      {t("progress.line", { sent: number.format(sent), total: number.format(total) })}
      {state === "sending" && <progress value={throughWith(progress)} max={Math.max(total, 1)} aria-hidden="true" />}
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
