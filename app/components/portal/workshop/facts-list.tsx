import { useTranslation } from "react-i18next";
import { countryName } from "~/domain/regions/country-names";
import type { FactName } from "~/domain/workshop/campaign-home.server";
import type { CampaignFacts } from "~db/schema/content/campaign-facts";
import { Moment } from "../portal-form";

interface Props {
  facts: CampaignFacts;
  /** What is otherwise than the public sees it today. */
  changed: readonly FactName[];
}

/** What the public sees of a campaign beside its texts and pictures. */
export function FactsList({ facts, changed }: Props) {
  const { t, i18n } = useTranslation("portal-workshop");
  const { goal, opensAt, closesAt, timeZone, countries, shortName, brandColour, wordings } = facts;
  const names = countries.map((code) => countryName(code, i18n.language));
  const list = new Intl.ListFormat(i18n.language);
  const rows = [
    ["goal", new Intl.NumberFormat(i18n.language).format(goal)],
    [
      "opensAt",
      opensAt === null ? t("facts.opensWithPublication") : <Moment key="at" at={opensAt} timeZone={timeZone} />,
    ],
    ["closesAt", closesAt === null ? t("facts.neverCloses") : <Moment key="at" at={closesAt} timeZone={timeZone} />],
    ["timeZone", timeZone.replaceAll("_", " ")],
    ["countries", names.length === 0 ? t("facts.everybody") : list.format(names)],
    ["shortName", shortName ?? t("facts.ownName")],
    ["brandColour", brandColour ?? t("facts.noColour")],
    [
      "wordings",
      wordings.length === 0 ? t("facts.newestWordings") : t("facts.chosenWordings", { count: wordings.length }),
    ],
  ] as const;
  return (
    <dl className="delivery-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>
            {t(`facts.${name}`)} {changed.includes(name) && <span className="state-tag">{t("decide.changed")}</span>}
          </dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
