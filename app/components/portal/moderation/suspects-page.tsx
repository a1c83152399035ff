import { useTranslation } from "react-i18next";
import { ErrorSummary } from "../../error-summary";
import { FieldTexts, fieldAttributes } from "../../field";
import { useFieldErrors } from "../field-error";
import { DeedForm, DoneNote, EmptyState, PortalHeading } from "../portal-form";
import { type Revealed, RevealedNote } from "../revealed-note";
import type { SentForm } from "../sent-form";
import { type Criteria, CriteriaFields, CriteriaWords } from "./criteria";
import { type HeldNetwork, HeldNetworks } from "./held-networks";
import { type Filter, SuspectFilter } from "./suspect-filter";
import { type ListedSuspect, SuspectRow } from "./suspect-row";

interface Props {
  campaign: { slug: string; name: string; nameLocale: string | null };
  base: string;
  list: "held" | "suspicious";
  filter: Filter;
  asOf: Date;
  after: string | null;
  done: string | null;
  count: number;
  suspects: ListedSuspect[];
  next: string | null;
  total: number | null;
  countedTo: number;
  networks: HeldNetwork[];
  countries: readonly { code: string; name: string }[];
  mayAct: boolean;
  mayReveal: boolean;
  sent: SentForm | null;
  revealed: Revealed | null;
}

const lists = ["held", "suspicious"] as const;

/** Signatures of one campaign that somebody should look at. */
export function SuspectsPage({ campaign, base, list, filter, suspects, sent, revealed, ...props }: Props) {
  const { t, i18n } = useTranslation("portal-trust");
  const faulty = revealed?.outcome === "faulty" ? revealed : null;
  const asked = faulty?.values.supporter ?? "";
  const releasing = sent?.intent === "release" ? sent : null;
  const reveal = useFieldErrors(faulty?.errors);
  const release = useFieldErrors(releasing?.errors);
  const isNarrowed = Object.values(filter).some((one) => one !== undefined);
  const criteria: Criteria = {
    signatureId: filter.signature,
    networkHash: filter.network,
    country: filter.country,
    signal: filter.signal,
    from: filter.from,
    to: filter.to ?? new Date(props.asOf).toISOString(),
  };
  const searchOf = (more: Record<string, string | null>) =>
    new URLSearchParams(
      Object.entries({ state: list, ...filter, ...more }).flatMap(([key, value]) => (value ? [[key, value]] : [])),
    ).toString();

  return (
    <>
      <PortalHeading
        title={
          <>
            {t("suspects.heading")} <bdi lang={campaign.nameLocale ?? undefined}>{campaign.name}</bdi>
          </>
        }
        lead={t(`suspects.leads.${list}`)}
      >
        <a className="button button--quiet" href={`${base}/strikes`}>
          {t("moderation.strikes")}
        </a>
      </PortalHeading>
      {props.done === "released" && <DoneNote>{t("suspects.released", { count: props.count })}</DoneNote>}
      {props.done === "nothing" && <DoneNote>{t("suspects.nothing")}</DoneNote>}
      <ErrorSummary
        errors={[
          ...reveal.summary.map(({ field, message }) => ({ field: `${field}-${asked}`, message })),
          ...release.summary.map(({ field, message }) => ({
            field: `${field}-${releasing?.values.signature ?? "all"}`,
            message,
          })),
        ]}
      />
      <RevealedNote revealed={revealed} />
      <nav className="state-tabs" aria-label={t("suspects.tabs")}>
        <ul>
          {lists.map((one) => (
            <li key={one}>
              <a href={`?state=${one}`} aria-current={one === list ? "page" : undefined}>
                {t(`suspects.lists.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {props.networks.length > 0 && !isNarrowed && <HeldNetworks networks={props.networks} />}
      {(suspects.length > 0 || isNarrowed) && <SuspectFilter list={list} filter={filter} countries={props.countries} />}
      {suspects.length === 0 ? (
        <EmptyState title={isNarrowed ? t("suspects.noneFound") : t(`suspects.none.${list}`)}>
          <p>{isNarrowed ? t("suspects.noneFoundBody") : t(`suspects.noneBody.${list}`)}</p>
        </EmptyState>
      ) : (
        <p className="supporter-count">
          {props.total === null
            ? t("suspects.more", { number: new Intl.NumberFormat(i18n.language).format(props.countedTo) })
            : t("suspects.count", { count: props.total })}
        </p>
      )}
      {props.mayAct && suspects.length > 0 && (
        <section className="portal-card" aria-labelledby="all-title">
          <h2 id="all-title">{t("suspects.all")}</h2>
          <CriteriaWords criteria={list === "held" ? { ...criteria, heldOnly: true } : criteria} />
          {list === "held" && (
            <ReleaseForm
              id="all"
              criteria={criteria}
              words={t("suspects.releaseAll")}
              values={releasing && !releasing.values.signature ? releasing.values : null}
              error={releasing && !releasing.values.signature ? release.errorOf("reason") : undefined}
            />
          )}
          <p>
            <a href={`${base}/strikes?${searchOf({ state: null, held: list === "held" ? "yes" : null })}`}>
              {t("suspects.strikeAll")}
            </a>
          </p>
        </section>
      )}
      <ul className="supporter-list suspect-list">
        {suspects.map((suspect) => {
          const mine = releasing?.values.signature === suspect.id ? releasing : null;
          return (
            <SuspectRow
              key={suspect.id}
              suspect={suspect}
              networkHref={suspect.network && `?${searchOf({ network: suspect.network.hash })}`}
              reveal={
                props.mayReveal
                  ? {
                      isOpen: asked === suspect.id,
                      errorOf: (field) => (asked === suspect.id ? reveal.errorOf(field) : undefined),
                      values: asked === suspect.id ? (faulty?.values ?? {}) : {},
                    }
                  : null
              }
            >
              {props.mayAct && (
                <>
                  {suspect.heldAt !== null && (
                    <details open={mine !== null}>
                      <summary>{t("suspects.release")}</summary>
                      <ReleaseForm
                        id={suspect.id}
                        criteria={{ signatureId: suspect.id }}
                        words={t("suspects.releaseOne")}
                        values={mine?.values ?? null}
                        error={mine ? release.errorOf("reason") : undefined}
                      />
                    </details>
                  )}
                  <a href={`${base}/strikes?signature=${suspect.id}`}>{t("suspects.strikeOne")}</a>
                </>
              )}
            </SuspectRow>
          );
        })}
      </ul>
      {(props.next !== null || props.after !== null) && (
        <nav className="pager" aria-label={t("suspects.pages")}>
          {props.after !== null && <a href={`?${searchOf({})}`}>{t("suspects.first")}</a>}
          {props.next !== null && (
            <a rel="next" href={`?${searchOf({ after: props.next })}`}>
              {t("suspects.next")}
            </a>
          )}
        </nav>
      )}
    </>
  );
}

interface ReleaseProps {
  id: string;
  criteria: Criteria;
  words: string;
  values: Record<string, string> | null;
  error: string | undefined;
}

/** Lets held signatures go, after why was said. */
function ReleaseForm({ id, criteria, words, values, error }: ReleaseProps) {
  const { t } = useTranslation("portal-trust");
  return (
    <DeedForm intent="release">
      <CriteriaFields criteria={criteria} />
      <div className={error ? "field field--faulty" : "field"}>
        <FieldTexts id={`reason-${id}`} label={t("suspects.reason")} hint={t("suspects.reasonHint")} error={error} />
        <input
          name="reason"
          autoComplete="off"
          maxLength={500}
          dir="auto"
          defaultValue={values?.reason}
          {...fieldAttributes({ id: `reason-${id}`, hint: t("suspects.reasonHint"), error })}
        />
      </div>
      <button type="submit" className="button button--small">
        {words}
      </button>
    </DeedForm>
  );
}
