import { useTranslation } from "react-i18next";
import { exportReasons } from "~/domain/exports/export-form";
import type { ExportFacts } from "~/domain/exports/list-exports.server";
import { DeedForm, EmptyState, Moment } from "./portal-form";

interface Props {
  exports: ExportFacts[];
  /** `/portal/{organization}/exports` */
  href: string;
  campaigns: { id: string; title: string }[];
  mayCreate: boolean;
}

/** Files that were asked for, with what is to do about each. The script of the page keeps it up to date. */
export function ExportList({ exports, href, campaigns, mayCreate }: Props) {
  const { t } = useTranslation("portal-supporters");
  const titles = new Map(campaigns.map(({ id, title }) => [id, title]));
  const isMoving = exports.some(({ state, isDownloading }) => isUnderWay(state) || isDownloading);
  return (
    <section id="files" aria-labelledby="files-title" data-moving={isMoving || undefined}>
      <h2 id="files-title">{t("exports.list")}</h2>
      {exports.length === 0 && (
        <EmptyState title={t("exports.none")}>
          <p>{t("exports.noneBody")}</p>
        </EmptyState>
      )}
      <ul className="export-list">
        {exports.map((one) => (
          <li className="portal-card" key={one.id} id={`file-${one.id}`}>
            <ExportCard
              order={one}
              href={href}
              campaign={one.campaignId === null ? null : (titles.get(one.campaignId) ?? "–")}
              mayCreate={mayCreate}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function isUnderWay(state: ExportFacts["state"]): boolean {
  return state === "waiting" || state === "running";
}

interface CardProps {
  order: ExportFacts;
  href: string;
  /** Its title; null for every campaign. */
  campaign: string | null;
  mayCreate: boolean;
}

function ExportCard({ order, href, campaign, mayCreate }: CardProps) {
  const { t } = useTranslation("portal-supporters");
  const { state, isDownloading } = order;
  const reason = exportReasons.find((one) => one === order.reason);
  return (
    <>
      <div className="export-list__head">
        <h3>{campaign === null ? t("exports.everyCampaign") : <bdi>{campaign}</bdi>}</h3>
        <span className={`state-tag export-state export-state--${state}`}>
          {isDownloading ? t("exports.states.downloading") : t(`exports.states.${state}`)}
        </span>
      </div>
      <p>
        <Period from={order.sinceFrom} before={order.sinceBefore} /> ·{" "}
        {order.columns.map((column) => t(`exports.columns.${column}`)).join(", ")}
      </p>
      <p className="visually-muted">
        {t("exports.requested", { name: order.requestedBy })} <Moment at={order.requestedAt} />
        {reason && (
          <>
            {" · "}
            {t(`exports.reasons.${reason}`)}
          </>
        )}
        {order.note && (
          <>
            {": "}
            <bdi>{order.note}</bdi>
          </>
        )}
      </p>
      {isUnderWay(state) && <Progress order={order} />}
      {state === "ready" && <Ready order={order} href={href} mayCreate={mayCreate} />}
      {state === "over" && order.endedAs && (
        <p>
          {t(`exports.ends.${order.endedAs}`)}
          {order.endedAt && (
            <>
              {", "}
              <Moment at={order.endedAt} />
            </>
          )}
          {" · "}
          {t("exports.rows", { count: order.written })}
        </p>
      )}
      {mayCreate && state !== "over" && (
        <DeedForm intent="cancel">
          <input type="hidden" name="export" value={order.id} />
          <button type="submit" className="button button--small button--danger">
            {isUnderWay(state) ? t("exports.stop") : t("exports.delete")}
          </button>
        </DeedForm>
      )}
    </>
  );
}

function Progress({ order }: { order: ExportFacts }) {
  const { t } = useTranslation("portal-supporters");
  const id = `progress-${order.id}`;
  if (order.total === null) return <p>{t("exports.waiting")}</p>;
  return (
    <p className="export-progress">
      <label htmlFor={id}>{t("exports.progress", { done: order.lookedAt, total: order.total })}</label>
      <progress id={id} value={order.lookedAt} max={Math.max(order.total, 1)} />
    </p>
  );
}

function Ready({ order, href, mayCreate }: { order: ExportFacts; href: string; mayCreate: boolean }) {
  const { t } = useTranslation("portal-supporters");
  const isUsedUp = order.triesLeft <= 0 && !order.isDownloading;
  return (
    <>
      <p>
        <strong>{t("exports.rows", { count: order.written })}</strong>
        {order.expiresAt && (
          <>
            {" · "}
            {t("exports.readyUntil")} <Moment at={order.expiresAt} />
          </>
        )}
      </p>
      {isUsedUp && <p className="warning-note">{t("exports.usedUp")}</p>}
      {!isUsedUp && order.interrupted > 0 && !order.isDownloading && (
        <p className="warning-note">{t("exports.interrupted", { count: order.triesLeft })}</p>
      )}
      {mayCreate && !isUsedUp && !order.isDownloading && (
        <form method="post" action={`${href}/${order.id}/file`}>
          <input type="hidden" name="intent" value="download" />
          <button type="submit" className="button" aria-describedby={`download-${order.id}`}>
            {t("exports.download")}
          </button>
          <p className="visually-muted" id={`download-${order.id}`}>
            {t("exports.downloadHint")}
          </p>
        </form>
      )}
    </>
  );
}

function Period({ from, before }: { from: Date | null; before: Date | null }) {
  const { t, i18n } = useTranslation("portal-supporters");
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeZone: "UTC", calendar: "gregory" });
  const first = from && format.format(from);
  const last = before && format.format(before.getTime() - 1);
  if (first && last) return <>{t("exports.period.between", { from: first, until: last })}</>;
  if (first) return <>{t("exports.period.from", { from: first })}</>;
  if (last) return <>{t("exports.period.until", { until: last })}</>;
  return <>{t("exports.period.all")}</>;
}
