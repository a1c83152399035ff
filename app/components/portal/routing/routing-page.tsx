import { useTranslation } from "react-i18next";
import type { RoutingDesk } from "~/domain/partner-actions/routing-desk.server";
import type { Continent } from "~/domain/routing/place-choices";
import { languageName } from "~/i18n/language-name";
import { ErrorSummary } from "../../error-summary";
import { useFieldErrors } from "../field-error";
import { EmptyState, PortalHeading } from "../portal-form";
import { DeskNotes } from "./desk-notes";
import { OutcomeNote } from "./outcome-note";
import { RoutingResults } from "./routing-results";
import { RoutingTester, type Tested } from "./routing-tester";
import { RuleCard } from "./rule-card";
import { RuleForm } from "./rule-form";
import type { SentForm } from "./sent-form";
import { usePlaceWords } from "./use-place-words";

interface Props {
  base: string;
  done: string | null;
  routing: Omit<RoutingDesk, "tree">;
  continents: Continent[];
  countries: readonly { code: string; name: string }[];
  open: string | null;
  newId: string;
  test: Tested;
  sent: SentForm | null;
}

/** Who is offered what after signing: rules as sentences, what is odd about them, and a way to try them out. */
export function RoutingPage({ base, done, routing, continents, countries, open, newId, test, sent }: Props) {
  const { t } = useTranslation("portal-routing");
  const { summary } = useFieldErrors(sent?.errors);
  const { desk, rules } = routing;
  const written = sent?.intent === "save" ? (sent.values.rule ?? null) : open;
  const edited = rules.find(({ rule }) => rule.id === written) ?? null;
  const isNew = desk.mayChange && written !== null && edited === null;
  const add = (
    <a className="button" href={`${base}/routing?rule=new#rule-form`}>
      {t("rules.add")}
    </a>
  );
  const form = (
    <RuleForm
      base={base}
      routing={routing}
      edited={edited}
      newId={newId}
      continents={continents}
      sent={sent?.intent === "save" ? sent : null}
    />
  );
  return (
    <>
      <p>
        <a href={base}>{t("backToCampaign")}</a>
      </p>
      <PortalHeading title={t("rules.title")} lead={t("rules.lead", { campaign: desk.campaign.title })}>
        {desk.mayChange && rules.length > 0 && add}
        <a className="button button--quiet" href={`${base}/actions`}>
          {t("rules.toActions")}
        </a>
      </PortalHeading>
      <OutcomeNote done={sent === null ? done : null} />
      <DeskNotes base={base} desk={desk} />
      <ErrorSummary errors={summary} />
      {rules.length === 0 && !isNew && (
        <EmptyState title={t("rules.none")}>
          <p>{t("rules.noneBody")}</p>
          {desk.mayChange && <p>{add}</p>}
        </EmptyState>
      )}
      {(rules.length > 0 || isNew) && (
        <ol className="member-list">
          {rules.map((line, index) => (
            <li className="portal-card" key={line.rule.id}>
              {line === edited && desk.mayChange ? (
                form
              ) : (
                <RuleCard
                  line={line}
                  number={index + 1}
                  isMovable={(rules[index + 1]?.rule.places.length ?? 0) > 0}
                  base={base}
                  desk={desk}
                />
              )}
            </li>
          ))}
          {isNew && <li className="portal-card">{form}</li>}
          {!rules.some(({ rule }) => rule.places.length === 0) && rules.length > 0 && (
            <li className="portal-card rule-else">
              <p className="rule-sentence">{t("rules.else")}</p>
            </li>
          )}
        </ol>
      )}
      <OddThings routing={routing} />
      <RoutingTester base={base} test={test} countries={countries} rules={rules} />
      <RoutingResults routing={routing} />
    </>
  );
}

/** What is worth a look beside the rules themselves. */
function OddThings({ routing: { unreached, untranslated } }: Pick<Props, "routing">) {
  const { t, i18n } = useTranslation("portal-routing");
  const { listed } = usePlaceWords();
  if (unreached.length === 0 && untranslated.length === 0) return null;
  const name = (locale: string) => languageName(locale, i18n.language);
  return (
    <section className="warning-note" aria-labelledby="odd-title">
      <h2 id="odd-title">{t("warnings.title")}</h2>
      <ul>
        {unreached.length > 0 && <li>{t("warnings.unreached", { places: listed(unreached) })}</li>}
        {untranslated.map(({ slug, title, wanted, shown }) => (
          <li key={`${slug} ${wanted}`}>
            {t("warnings.untranslated", { action: title, wanted: name(wanted), shown: name(shown) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
