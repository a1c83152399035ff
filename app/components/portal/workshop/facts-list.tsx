import { useTranslation } from "react-i18next";
import { countryName } from "~/domain/regions/country-names";
import type { FactName } from "~/domain/workshop/campaign-home.server";
import type { CampaignFacts } from "~db/schema/content/campaign-facts";
import { Moment } from "../portal-form";

interface Props {
  facts: CampaignFacts;
  /** What the public sees today; null while it sees nothing. */
  before: CampaignFacts | null;
  changed: readonly FactName[];
}

/** Pictures are shown beside the list. */
const listed = [
  "goal",
  "opensAt",
  "closesAt",
  "timeZone",
  "countries",
  "shortName",
  "brandColour",
  "wordings",
] as const satisfies readonly FactName[];

/** What the public would see of a campaign beside its texts and pictures, and what it sees now where that differs. */
export function FactsList({ facts, before, changed }: Props) {
  const { t } = useTranslation("portal-workshop");
  return (
    <dl className="delivery-facts">
      {listed.map((name) => {
        const isChanged = before !== null && changed.includes(name);
        return (
          <div key={name}>
            <dt>
              {t(`facts.${name}`)} {isChanged && <span className="state-tag">{t("decide.changed")}</span>}
            </dt>
            <dd>
              <bdi>
                <Fact name={name} facts={facts} />
              </bdi>
              {isChanged && (
                <p className="visually-muted">
                  {t("decide.before")} <Fact name={name} facts={before} />
                </p>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Fact({ name, facts }: { name: (typeof listed)[number]; facts: CampaignFacts }) {
  const { t, i18n } = useTranslation("portal-workshop");
  const { goal, opensAt, closesAt, timeZone, countries, shortName, brandColour, wordings } = facts;
  const moment = (at: string | null, none: string) => (at === null ? none : <Moment at={at} timeZone={timeZone} />);
  switch (name) {
    case "goal":
      return new Intl.NumberFormat(i18n.language).format(goal);
    case "opensAt":
      return moment(opensAt, t("facts.opensWithPublication"));
    case "closesAt":
      return moment(closesAt, t("facts.neverCloses"));
    case "timeZone":
      return timeZone.replaceAll("_", " ");
    case "countries": {
      const names = countries.map((code) => countryName(code, i18n.language));
      return names.length === 0 ? t("facts.everybody") : new Intl.ListFormat(i18n.language).format(names);
    }
    case "shortName":
      return shortName ?? t("facts.ownName");
    case "brandColour":
      return brandColour ?? t("facts.noColour");
    case "wordings":
      return wordings.length === 0 ? t("facts.newestWordings") : t("facts.chosenWordings", { count: wordings.length });
  }
}
