import { useTranslation } from "react-i18next";
import type { RoutingDesk } from "~/domain/partner-actions/routing-desk.server";
import { ShownActions } from "./shown-actions";
import { usePlaceWords } from "./use-place-words";

/** What becomes of each country that the rules name. */
export function RoutingResults({ routing }: { routing: Pick<RoutingDesk, "results" | "rules" | "hasMoreResults"> }) {
  const { t } = useTranslation("portal-routing");
  const { place } = usePlaceWords();
  const { results, rules, hasMoreResults } = routing;
  if (results.length === 0) return null;
  const numberOf = (id: string) => rules.findIndex(({ rule }) => rule.id === id) + 1;
  return (
    <>
      <h2 id="results-title">{t("rules.results")}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="portal-table-box" tabIndex={0} aria-labelledby="results-title">
        <table className="portal-table">
          <thead>
            <tr>
              <th scope="col">{t("rules.resultsColumns.country")}</th>
              <th scope="col">{t("rules.resultsColumns.rule")}</th>
              <th scope="col">{t("rules.resultsColumns.actions")}</th>
            </tr>
          </thead>
          <tbody>
            {results.map(({ country, ruleId, actions }) => (
              <tr key={country}>
                <th scope="row">{place(country)}</th>
                <td>{numberOf(ruleId) > 0 ? t("rules.ruleNumber", { number: numberOf(ruleId) }) : "—"}</td>
                <td>
                  <ShownActions actions={actions} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {hasMoreResults && <p className="visually-muted">{t("rules.moreResults", { count: results.length })}</p>}
    </>
  );
}
