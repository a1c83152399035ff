import { useTranslation } from "react-i18next";
import { type DeskFilter, deskKinds, deskStatuses } from "~/domain/translations/desk/desk-filter";
import { itemParam } from "~/domain/translations/desk/item-name";
import type { Desk, DeskLine } from "~/domain/translations/desk/list-desk.server";
import { languageName } from "~/i18n/language-name";
import { locales } from "~/i18n/locales";
import { textDirection } from "~/i18n/text-direction";
import { EmptyState, PortalHeading } from "../portal-form";
import { PortalPager } from "../portal-pager";
import { SelectField } from "../select-field";
import { DeskProgress } from "./desk-progress";

interface Props extends Desk {
  /** `/portal/{organization}` */
  base: string;
  isHost: boolean;
  filter: DeskFilter;
}

/** Every text in every language: how far each is, and the way to work on it. */
export function DeskPage({ base, isHost, filter, lines, total, page, pages, progress, counts }: Props) {
  const { t, i18n } = useTranslation("portal-texts");
  const path = `${base}/translations`;
  const isNarrowed = filter.locale !== null || filter.kind !== null || filter.status !== null;
  const isEmpty = progress.every((one) => one.total === 0) && filter.kind === null;
  const all = { value: "", label: t("desk.all") };
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <>
      <PortalHeading title={t("desk.title")} lead={isHost ? t("desk.leadHost") : t("desk.lead")} />
      {isEmpty ? (
        <EmptyState title={t("desk.empty")}>
          <p>{t("desk.emptyBody")}</p>
        </EmptyState>
      ) : (
        <>
          <DeskProgress path={path} progress={progress} kind={filter.kind} current={filter.locale} />
          <form method="get" className="portal-filter" aria-label={t("desk.filter")}>
            <SelectField
              id="locale"
              label={t("desk.locale")}
              defaultValue={filter.locale ?? ""}
              options={[all, ...locales.map((one) => ({ value: one, label: languageName(one, i18n.language) }))]}
            />
            <SelectField
              id="kind"
              label={t("desk.kind")}
              defaultValue={filter.kind ?? ""}
              options={[all, ...deskKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))]}
            />
            <SelectField
              id="status"
              label={t("desk.status")}
              defaultValue={filter.status ?? ""}
              options={[
                all,
                ...deskStatuses.map((one) => ({
                  value: one,
                  label: `${t(`statuses.${one}`)} (${number.format(counts[one])})`,
                })),
              ]}
            />
            <div className="button-row">
              <button type="submit" className="button button--small">
                {t("desk.filter")}
              </button>
              {isNarrowed && <a href={path}>{t("desk.clear")}</a>}
            </div>
          </form>
          <p role="status">{t("desk.total", { count: total })}</p>
          {lines.length === 0 ? (
            <EmptyState title={t("desk.none")}>
              <p>{t("desk.noneBody")}</p>
            </EmptyState>
          ) : (
            <DeskTable base={base} lines={lines} />
          )}
          <PortalPager page={page} pages={pages} path={path} filter={{ ...filter }} />
        </>
      )}
      {isHost && (
        <section className="portal-card" aria-labelledby="interface-title">
          <h2 id="interface-title">{t("desk.interface")}</h2>
          <p>{t("desk.interfaceBody")}</p>
        </section>
      )}
    </>
  );
}

function DeskTable({ base, lines }: { base: string; lines: readonly DeskLine[] }) {
  const { t, i18n } = useTranslation("portal-texts");
  return (
    <div className="portal-table-box">
      <table className="portal-table desk-table">
        <thead>
          <tr>
            <th scope="col">{t("desk.text")}</th>
            <th scope="col">{t("desk.kind")}</th>
            <th scope="col">{t("desk.locale")}</th>
            <th scope="col">{t("desk.status")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${itemParam(line)} ${line.locale}`}>
              <td>
                <a href={textPath(base, line)} lang={line.sourceLocale} dir={textDirection(line.sourceLocale)}>
                  {line.title}
                </a>
              </td>
              <td>{t(`kinds.${line.kind}`)}</td>
              <td>
                {languageName(line.locale, i18n.language)}
                {line.isSource && <span className="visually-muted"> ({t("desk.original")})</span>}
              </td>
              <td>
                <Statuses {...line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Statuses({ text }: DeskLine) {
  const { t } = useTranslation("portal-texts");
  const newest = text?.newest ?? null;
  const isNewer = newest !== null && newest.state !== "published" && text?.published !== null;
  return (
    <>
      <span className="state-tag">{t(`state.${newest?.state ?? "missing"}`)}</span>{" "}
      {isNewer && <span className="state-tag">{t("state.published")}</span>}{" "}
      {text?.published?.isUnreviewed && <span className="state-tag">{t("statuses.unreviewed")}</span>}{" "}
      {text?.stale && (
        <>
          <span className="state-tag">{t("statuses.stale")}</span>{" "}
          <span className="visually-muted">{t("desk.staleBetween", text.stale)}</span>
        </>
      )}
      {newest?.sentBackReason && (
        <p className="visually-muted" dir="auto">
          {t("state.sentBack", { reason: newest.sentBackReason })}
        </p>
      )}
    </>
  );
}

/** Texts of a campaign have an editor of their own. */
function textPath(base: string, { kind, key, locale }: DeskLine): string {
  return kind === "campaign" || kind === "petition"
    ? `${base}/campaigns/${key}/texts/${locale}`
    : `${base}/translations/${itemParam({ kind, key })}/${locale}`;
}
