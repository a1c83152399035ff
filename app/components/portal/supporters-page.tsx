import { useTranslation } from "react-i18next";
import { countryName } from "~/domain/regions/country-names";
import { type SupporterFilters, yesSources } from "~/domain/supporters/supporter-filters";
import { languageName } from "~/i18n/language-name";
import { ErrorSummary } from "../error-summary";
import { useFieldErrors } from "./field-error";
import { EmptyState, Moment, PortalHeading } from "./portal-form";
import { RevealForm } from "./reveal-form";
import { type Revealed, RevealedNote } from "./revealed-note";
import { SupporterFilterForm } from "./supporter-filter-form";

interface Supporter {
  subjectId: string;
  campaignId: string;
  name: string;
  email: string;
  country: string;
  locale: string;
  since: Date;
  source: string;
  wordingVersion: number;
}

interface Props {
  supporters: Supporter[];
  next: string | null;
  total: number | null;
  countedTo: number;
  filters: SupporterFilters;
  campaigns: { id: string; title: string }[];
  countries: readonly { code: string; name: string }[];
  isHost: boolean;
  mayReveal: boolean;
  /** Null for who may not export. */
  exportsHref: string | null;
  revealed: Revealed | null;
}

/** The people who said yes to an organization, masked; one of them may be shown after a reason was given. */
export function SupportersPage({ supporters, filters, campaigns, countries, revealed, ...props }: Props) {
  const { t, i18n } = useTranslation("portal-supporters");
  const faulty = revealed?.outcome === "faulty" ? revealed : null;
  const { errorOf, summary } = useFieldErrors(faulty?.errors);
  const asked = faulty?.values.supporter ?? "";
  const { after, ...narrowing } = filters;
  const isNarrowed = Object.values(narrowing).some((one) => one !== undefined) || after !== undefined;
  const titles = new Map(campaigns.map(({ id, title }) => [id, title]));

  return (
    <>
      <PortalHeading
        title={t("supporters.title")}
        lead={props.isHost ? t("supporters.leadHost") : t("supporters.lead")}
      >
        {props.exportsHref && (
          <a className="button" href={props.exportsHref}>
            {t("supporters.export")}
          </a>
        )}
      </PortalHeading>
      <ErrorSummary errors={summary.map(({ field, message }) => ({ field: `${field}-${asked}`, message }))} />
      <RevealedNote revealed={revealed} />
      {supporters.length === 0 && !isNarrowed ? (
        <EmptyState title={t("supporters.none")}>
          <p>{t("supporters.noneBody")}</p>
        </EmptyState>
      ) : (
        <>
          <SupporterFilterForm chosen={filters} campaigns={campaigns} countries={countries} />
          <p className="supporter-count">
            {props.total === null
              ? t("supporters.more", { count: props.countedTo })
              : t("supporters.count", { count: props.total })}
          </p>
          {supporters.length === 0 && (
            <EmptyState title={t("supporters.noneFound")}>
              <p>{t("supporters.noneFoundBody")}</p>
            </EmptyState>
          )}
          <ul className="supporter-list">
            {supporters.map((one) => (
              <li key={one.subjectId}>
                <p className="supporter-list__person">
                  <strong>
                    <bdi>{one.name}</bdi>
                  </strong>{" "}
                  <bdi>{one.email}</bdi>
                </p>
                <p>
                  {one.country === "ZZ" ? t("supporters.filters.unsaid") : countryName(one.country, i18n.language)} ·{" "}
                  {languageName(one.locale, i18n.language)}
                  {campaigns.length > 1 && (
                    <>
                      {" · "}
                      <bdi>{titles.get(one.campaignId)}</bdi>
                    </>
                  )}
                </p>
                <p className="visually-muted">
                  {t("supporters.since")} <Moment at={one.since} /> ·{" "}
                  {isSource(one.source) && t(`supporters.sources.${one.source}`)},{" "}
                  {t("supporters.wording", { version: one.wordingVersion })}
                  <br />
                  {t("supporters.id")} <code dir="ltr">{one.subjectId}</code>
                </p>
                {props.mayReveal && (
                  <RevealForm
                    subjectId={one.subjectId}
                    campaignId={one.campaignId}
                    isOpen={asked === one.subjectId}
                    errorOf={(field) => (asked === one.subjectId ? errorOf(field) : undefined)}
                    values={asked === one.subjectId ? (faulty?.values ?? {}) : {}}
                  />
                )}
              </li>
            ))}
          </ul>
          {(props.next !== null || after !== undefined) && (
            <nav className="pager" aria-label={t("supporters.title")}>
              {after !== undefined && <a href={`?${searchOf(narrowing)}`}>{t("supporters.first")}</a>}
              {props.next !== null && (
                <a rel="next" href={`?${searchOf({ ...narrowing, after: props.next })}`}>
                  {t("supporters.next")}
                </a>
              )}
            </nav>
          )}
        </>
      )}
    </>
  );
}

function isSource(source: string): source is (typeof yesSources)[number] {
  return yesSources.some((one) => one === source);
}

function searchOf(filters: SupporterFilters): string {
  return new URLSearchParams(
    Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();
}
