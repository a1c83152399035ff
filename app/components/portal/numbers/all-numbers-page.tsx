import { shareOf } from "~/domain/numbers/figures";
import type { CampaignRow, OrganizationNumbers } from "~/domain/numbers/organization-numbers.server";
import { periodQuery } from "~/domain/numbers/period";
import { organizationTable } from "~/domain/numbers/tables";
import { EmptyState, PortalHeading } from "../portal-form";
import { fileQuery } from "./campaign-numbers-page";
import { FiguresList } from "./figures-list";
import { PartsCard } from "./part-cards";
import { PeriodForm, type PeriodFormProps } from "./period-form";
import { SignaturesCard } from "./time-cards";
import { useNumberWords } from "./use-number-words";

interface Props {
  numbers: OrganizationNumbers;
  isHost: boolean;
  form: Omit<PeriodFormProps, "choice">;
  /** Of this page, without a query. */
  path: string;
}

/** The numbers of all campaigns of an organization; for the host, of all there are. */
export function AllNumbersPage({ numbers, isHost, form, path }: Props) {
  const { t } = useNumberWords();
  const { choice, figures, total, time, campaigns, named } = numbers;
  const file = (chart: string) => `${path}.csv?${fileQuery(chart, choice)}`;
  const names = new Map(campaigns.map(({ campaign }) => [campaign.id, campaign.name]));
  return (
    <>
      <PortalHeading title={t("all.title")} lead={isHost ? t("all.leadHost") : t("all.lead")} />
      {campaigns.length === 0 ? (
        <EmptyState title={t("all.empty")}>
          <p>{t("all.emptyBody")}</p>
        </EmptyState>
      ) : (
        <>
          <PeriodForm {...form} choice={choice} />
          <FiguresList figures={figures} total={total} />
          <div className="chart-grid">
            <section className="portal-card chart-card chart-card--wide" aria-label={t("columns.campaign")}>
              <CampaignList rows={campaigns} path={path} query={periodQuery(choice).toString()} />
            </section>
            <SignaturesCard
              table={organizationTable("signatures", numbers)}
              href={file("signatures")}
              choice={choice}
              time={time}
              notes={[]}
            />
            <PartsCard
              table={organizationTable("campaigns", numbers)}
              href={file("campaigns")}
              choice={choice}
              parts={campaigns.map(({ campaign, figures: own }) => ({ value: campaign.id, ...own.confirmed }))}
              nameOf={(id) => names.get(id) ?? id}
              isWide
            />
          </div>
        </>
      )}
      {named.length > 0 && <Naming named={named} />}
    </>
  );
}

function CampaignList({ rows, path, query }: { rows: readonly CampaignRow[]; path: string; query: string }) {
  const { t, number, share } = useNumberWords();
  return (
    <ul className="numbered-campaigns">
      {rows.map(({ campaign, figures, total }) => (
        <li key={campaign.id}>
          <a href={`${path}/${campaign.slug}?${query}`}>
            <bdi lang={campaign.nameLocale ?? undefined}>{campaign.name}</bdi>
          </a>
          {campaign.partner && (
            <span className="visually-muted">
              <bdi>{campaign.partner.name}</bdi>
            </span>
          )}
          <dl>
            <div>
              <dt>{t("figures.confirmed")}</dt>
              <dd>{number(figures.confirmed.count)}</dd>
            </div>
            <div>
              <dt>{t("figures.rate")}</dt>
              <dd>{share(shareOf(figures.signedConfirmed.count, figures.signed.count))}</dd>
            </div>
            <div>
              <dt>{t("figures.total")}</dt>
              <dd>{number(total)}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** Of others' campaigns a partner learns one number alone. */
function Naming({ named }: { named: OrganizationNumbers["named"] }) {
  const { t, number } = useNumberWords();
  return (
    <section className="portal-card" aria-labelledby="named-title">
      <h2 id="named-title">{t("all.named")}</h2>
      <p className="visually-muted">{t("all.namedLead")}</p>
      <div className="portal-table-box">
        <table className="portal-table">
          <thead>
            <tr>
              <th scope="col">{t("columns.campaign")}</th>
              <th scope="col" className="number">
                {t("figures.yeses")}
              </th>
            </tr>
          </thead>
          <tbody>
            {named.map(({ campaign, yeses }) => (
              <tr key={campaign.id}>
                <th scope="row">
                  <bdi lang={campaign.nameLocale ?? undefined}>{campaign.name}</bdi>
                </th>
                <td className="number">{number(yeses)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
