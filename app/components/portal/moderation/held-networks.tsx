import { useTranslation } from "react-i18next";
import { Moment } from "../portal-form";

export interface HeldNetwork {
  key: string;
  pending: number;
  confirmed: number;
  firstSignedAt: Date;
  lastSignedAt: Date;
}

/** The networks of which the most signatures are held; each leads to its own. */
export function HeldNetworks({ networks }: { networks: HeldNetwork[] }) {
  const { t, i18n } = useTranslation("portal-trust");
  const number = new Intl.NumberFormat(i18n.language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className="portal-table-box held-networks" tabIndex={0} aria-label={t("suspects.networks")}>
      <table className="portal-table">
        <caption>{t("suspects.networks")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("criteria.networkField")}</th>
            <th scope="col" className="number">
              {t("suspects.states.confirmed")}
            </th>
            <th scope="col" className="number">
              {t("suspects.states.pending")}
            </th>
            <th scope="col">{t("suspects.firstSigned")}</th>
            <th scope="col">{t("suspects.lastSigned")}</th>
          </tr>
        </thead>
        <tbody>
          {networks.map(({ key, pending, confirmed, firstSignedAt, lastSignedAt }) => (
            <tr key={key}>
              <td>
                <a href={`?${new URLSearchParams({ state: "held", network: key })}`}>
                  <code className="hash">{key}</code>
                </a>
              </td>
              <td className="number">{number.format(confirmed)}</td>
              <td className="number">{number.format(pending)}</td>
              <td>
                <Moment at={firstSignedAt} />
              </td>
              <td>
                <Moment at={lastSignedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
