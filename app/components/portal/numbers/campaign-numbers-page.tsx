import type { CampaignNumbers } from "~/domain/numbers/campaign-numbers.server";
import { periodQuery } from "~/domain/numbers/period";
import { type campaignCharts, campaignTable } from "~/domain/numbers/tables";
import type { DistrictShapes } from "~db/map/district-shapes";
import type { WorldShapes } from "~db/map/world-shapes";
import { PortalHeading } from "../portal-form";
import { FiguresList } from "./figures-list";
import { NotesCard, type SentNote } from "./notes-card";
import { CountriesCard, DistrictsCard, FunnelCard, PartsCard } from "./part-cards";
import { PeriodForm, type PeriodFormProps } from "./period-form";
import { ConfirmationCard, HoursCard, SignaturesCard } from "./time-cards";
import { useNumberWords } from "./use-number-words";

interface Props {
  numbers: CampaignNumbers;
  world: WorldShapes;
  /** Null where nobody signed in a district: the page is lighter without. */
  districts: DistrictShapes | null;
  form: Omit<PeriodFormProps, "choice">;
  /** Of this page, without a query. */
  path: string;
  allPath: string;
  notes: { mayAdd: boolean; now: string; done: string | null; sent: SentNote | null };
}

/** The numbers of one campaign. */
export function CampaignNumbersPage({ numbers, world, districts, form, path, allPath, notes }: Props) {
  const words = useNumberWords();
  const { t } = words;
  const { campaign, choice, figures, total, yeses } = numbers;
  const card = (chart: (typeof campaignCharts)[number]) => ({
    table: campaignTable(chart, numbers),
    href: `${path}/csv?${fileQuery(chart, choice)}`,
    choice,
  });
  return (
    <>
      <PortalHeading title={<bdi lang={campaign.nameLocale ?? undefined}>{campaign.name}</bdi>}>
        <a className="button button--small button--quiet" href={allPath}>
          {t("all.back")}
        </a>
      </PortalHeading>
      <PeriodForm {...form} choice={choice} />
      <FiguresList figures={figures} total={total} yeses={yeses} />
      <div className="chart-grid">
        <SignaturesCard {...card("signatures")} time={numbers.time} notes={numbers.notes} />
        <FunnelCard {...card("funnel")} figures={figures} />
        <NotesCard notes={numbers.notes} {...notes} />
        <ConfirmationCard {...card("confirmation")} cohorts={numbers.cohorts} />
        <HoursCard {...card("hours")} hours={numbers.hours} />
        <CountriesCard {...card("countries")} parts={numbers.countries} world={world} />
        {districts !== null ? (
          <DistrictsCard {...card("districts")} parts={numbers.districts} map={districts} />
        ) : (
          <PartsCard {...card("districts")} parts={numbers.districts} nameOf={words.district} />
        )}
        <PartsCard {...card("actions")} parts={numbers.actions} nameOf={words.action} />
        <PartsCard {...card("locales")} parts={numbers.locales} nameOf={words.language} />
        <PartsCard {...card("sources")} parts={numbers.sources} nameOf={words.source} />
      </div>
    </>
  );
}

/** The query of a chart's file: the same period. */
export function fileQuery(chart: string, choice: CampaignNumbers["choice"]): URLSearchParams {
  const query = periodQuery(choice);
  query.set("chart", chart);
  return query;
}
