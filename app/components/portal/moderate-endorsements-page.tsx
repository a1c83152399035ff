import { useTranslation } from "react-i18next";
import type { ModeratedEndorsement } from "~/domain/endorsements/moderate-endorsements.server";
import type { ReadableState } from "~/domain/endorsements/moderation-form";
import { countryName } from "~/domain/regions/country-names";
import { FieldTexts, fieldAttributes } from "../field";
import { useFieldErrors } from "./field-error";
import { DeedForm, DoneNote, EmptyState, Moment, PortalHeading } from "./portal-form";
import { PortalPager } from "./portal-pager";
import { StateTabs } from "./state-tabs";

interface Sent {
  intent: string;
  errors: Record<string, string>;
  values: Record<string, string>;
}

interface Props {
  base: string;
  state: ReadableState;
  counts: Record<string, number>;
  done: string | null;
  page: number;
  pages: number;
  entries: ModeratedEndorsement[];
  mayModerate: boolean;
  sent: Sent | null;
}

const states = ["confirmed", "approved", "hidden", "rejected"] as const;
const outcomes = ["approve", "reject", "hide", "outdated"] as const;

/** Endorsements, to be read before they are public. */
export function ModerateEndorsementsPage({ base, state, counts, done, page, pages, entries, ...rest }: Props) {
  const { t } = useTranslation("portal-endorsements");
  const outcome = outcomes.find((one) => one === done);
  return (
    <>
      <PortalHeading title={t("title")} lead={t("lead")} />
      {outcome && <DoneNote>{t(`outcomes.${outcome}`)}</DoneNote>}
      <StateTabs
        label={t("tabs")}
        path={base}
        current={state}
        tabs={states.map((one) => ({ state: one, words: t(`states.${one}`), count: counts[one] ?? 0 }))}
      />
      {entries.length === 0 && (
        <EmptyState title={t(`empty.${state}`)}>
          <p>{t("empty.body")}</p>
        </EmptyState>
      )}
      <ul className="moderation-list">
        {entries.map((entry) => (
          <li className="portal-card" key={entry.id}>
            <Entry {...entry} />
            {rest.mayModerate && <Decisions entry={entry} state={state} sent={rest.sent} />}
          </li>
        ))}
      </ul>
      <PortalPager page={page} pages={pages} path={base} filter={{ state }} />
    </>
  );
}

function Entry({ content, kind, country, mailDomain, signals, sentAt, campaignSlug, reason }: ModeratedEndorsement) {
  const { t, i18n } = useTranslation("portal-endorsements");
  return (
    <>
      <h2>
        <bdi>{content.name}</bdi>
      </h2>
      <p className="visually-muted">
        {t(`kinds.${kind}`)} · {countryName(country, i18n.language)} · <bdi>{campaignSlug}</bdi> ·{" "}
        <Moment at={sentAt} />
      </p>
      {(content.role !== "" || content.affiliation !== "") && (
        <p>
          <bdi>{content.role}</bdi> {content.role !== "" && content.affiliation !== "" && "·"}{" "}
          <bdi>{content.affiliation}</bdi>
        </p>
      )}
      {content.sentence !== "" && (
        <blockquote>
          <p dir="auto">{content.sentence}</p>
        </blockquote>
      )}
      <dl className="delivery-facts">
        {content.website !== "" && (
          <div>
            <dt>{t("website")}</dt>
            <dd>
              <a href={content.website} rel="noopener noreferrer nofollow" dir="ltr">
                {content.website}
              </a>
            </dd>
          </div>
        )}
        <div>
          <dt>{t("mailDomain")}</dt>
          <dd>
            <bdi dir="ltr">{mailDomain}</bdi>
          </dd>
        </div>
        {reason !== "" && (
          <div>
            <dt>{t("reasonGiven")}</dt>
            <dd dir="auto">{reason}</dd>
          </div>
        )}
      </dl>
      {signals.length > 0 && <p className="warning-note">{t("signals")}</p>}
    </>
  );
}

interface DecisionsProps {
  entry: ModeratedEndorsement;
  state: ReadableState;
  sent: Sent | null;
}

function Decisions({ entry, state, sent }: DecisionsProps) {
  const { t } = useTranslation("portal-endorsements");
  return (
    <div className="button-row">
      {state !== "approved" && (
        <DeedForm intent="approve">
          <Thing {...entry} />
          <button type="submit" className="button button--small">
            {state === "hidden" ? t("showAgain") : t("approve")}
          </button>
        </DeedForm>
      )}
      {state === "confirmed" && <WithReason intent="reject" entry={entry} sent={sent} />}
      {state === "approved" && <WithReason intent="hide" entry={entry} sent={sent} />}
    </div>
  );
}

/** Folded up at first: who is turned down learns why. */
function WithReason({
  intent,
  entry,
  sent,
}: {
  intent: "reject" | "hide";
  entry: ModeratedEndorsement;
  sent: Sent | null;
}) {
  const { t } = useTranslation("portal-endorsements");
  const mine = sent?.intent === intent && sent.values.id === entry.id ? sent : null;
  const { errorOf } = useFieldErrors(mine?.errors);
  const id = `reason-${entry.id}`;
  const error = errorOf("reason");
  return (
    <details open={mine !== null}>
      <summary>{t(`${intent}.summary`)}</summary>
      <DeedForm intent={intent}>
        <Thing {...entry} />
        <div className={error ? "field field--faulty" : "field"}>
          <FieldTexts id={id} label={t(`${intent}.reason`)} hint={t("reasonHint")} error={error} />
          <textarea
            name="reason"
            rows={2}
            dir="auto"
            defaultValue={mine?.values.reason}
            {...fieldAttributes({ id, hint: t("reasonHint"), error })}
          />
        </div>
        <button type="submit" className="button button--small button--danger">
          {t(`${intent}.button`)}
        </button>
      </DeedForm>
    </details>
  );
}

function Thing({ campaignId, id }: { campaignId: string; id: string }) {
  return (
    <>
      <input type="hidden" name="campaign" value={campaignId} />
      <input type="hidden" name="id" value={id} />
    </>
  );
}
