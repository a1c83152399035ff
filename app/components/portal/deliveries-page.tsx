import { useTranslation } from "react-i18next";
import { localeNames } from "~/i18n/locales";
import { ErrorSummary } from "../error-summary";
import { FieldTexts, fieldAttributes } from "../field";
import { DeliveryState, type DeliveryStateFacts } from "./delivery-state";
import { useFieldErrors } from "./field-error";
import { DeedForm, EmptyState, Moment, PortalHeading } from "./portal-form";

interface Props {
  base: string;
  deliveries: (DeliveryStateFacts & {
    id: string;
    title: string;
    locale: string;
    asOf: Date;
    signatures: number;
    recipients: number;
  })[];
  waitingComments: number;
  campaigns: { id: string; title: string; partner: string | null }[];
  mayCreate: boolean;
  mayModerate: boolean;
  sent: { errors: Record<string, string>; values: Record<string, string> } | null;
}

const languages = Object.entries(localeNames);

/** Documents of petitions for those who decide: what was made, and the form to make more. */
export function DeliveriesPage({ base, deliveries, waitingComments, mayCreate, mayModerate, ...form }: Props) {
  const { t, i18n } = useTranslation("portal-deliveries");
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <>
      <PortalHeading title={t("title")} lead={t("lead")}>
        {mayModerate && (
          <a className="button button--small button--quiet" href={`${base}/comments`}>
            {t("comments.link", { waiting: waitingComments })}
          </a>
        )}
      </PortalHeading>
      {deliveries.length === 0 ? (
        <EmptyState title={t("empty.title")}>
          <p>{t("empty.what")}</p>
          <p>{t("empty.names")}</p>
        </EmptyState>
      ) : (
        <div className="portal-table-box">
          <table className="portal-table">
            <thead>
              <tr>
                <th scope="col">{t("columns.petition")}</th>
                <th scope="col">{t("columns.asOf")}</th>
                <th scope="col">{t("columns.language")}</th>
                <th scope="col" className="number">
                  {t("columns.signatures")}
                </th>
                <th scope="col" className="number">
                  {t("columns.versions")}
                </th>
                <th scope="col">{t("columns.state")}</th>
              </tr>
            </thead>
            <tbody>
              {deliveries.map((delivery) => (
                <tr key={delivery.id}>
                  <th scope="row">
                    <a href={`${base}/${delivery.id}`}>
                      <bdi>{delivery.title}</bdi>
                    </a>
                  </th>
                  <td>
                    <Moment at={delivery.asOf} />
                  </td>
                  <td lang={delivery.locale}>{languages.find(([code]) => code === delivery.locale)?.[1]}</td>
                  <td className="number">{number.format(delivery.signatures)}</td>
                  <td className="number">{number.format(delivery.recipients)}</td>
                  <td>
                    <DeliveryState {...delivery} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayCreate && <NewDelivery {...form} />}
    </>
  );
}

function NewDelivery({ campaigns, sent }: Pick<Props, "campaigns" | "sent">) {
  const { t } = useTranslation("portal-deliveries");
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  if (campaigns.length === 0) return <p>{t("new.noCampaign")}</p>;
  return (
    <section className="portal-card portal-narrow" aria-labelledby="new-title">
      <h2 id="new-title">{t("new.title")}</h2>
      <ErrorSummary errors={summary} />
      <DeedForm intent="create">
        <div className={errorOf("campaign") ? "field field--faulty" : "field"}>
          <FieldTexts id="campaign" label={t("new.campaign")} error={errorOf("campaign")} />
          <select
            name="campaign"
            defaultValue={sent?.values.campaign ?? campaigns[0]?.id}
            {...fieldAttributes({ id: "campaign", error: errorOf("campaign") })}
          >
            {campaigns.map(({ id, title, partner }) => (
              <option key={id} value={id}>
                {partner === null ? title : `${title} · ${partner}`}
              </option>
            ))}
          </select>
        </div>
        <div className={errorOf("locale") ? "field field--faulty" : "field"}>
          <FieldTexts id="locale" label={t("new.language")} hint={t("new.languageHint")} error={errorOf("locale")} />
          <select
            name="locale"
            defaultValue={sent?.values.locale ?? "en"}
            {...fieldAttributes({ id: "locale", hint: t("new.languageHint"), error: errorOf("locale") })}
          >
            {languages.map(([code, name]) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <label className="check" htmlFor="lawmakers">
          <input
            type="checkbox"
            id="lawmakers"
            name="lawmakers"
            value="yes"
            defaultChecked={sent?.values.lawmakers === "yes"}
          />
          <span>
            <strong>{t("new.lawmakers")}</strong> {t("new.lawmakersHint")}
          </span>
        </label>
        <button type="submit" className="button">
          {t("new.button")}
        </button>
      </DeedForm>
    </section>
  );
}
