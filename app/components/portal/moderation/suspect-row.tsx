import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { countryName } from "~/domain/regions/country-names";
import { languageName } from "~/i18n/language-name";
import { Moment } from "../portal-form";
import { RevealForm } from "../reveal-form";
import { isSignal } from "./criteria";

export interface ListedSuspect {
  id: string;
  campaignId: string;
  state: "pending" | "confirmed";
  name: string | null;
  email: string | null;
  country: string;
  locale: string;
  signedAt: Date;
  heldAt: Date | null;
  signals: string[];
  network: { hash: string; held: number } | null;
}

interface Props {
  suspect: ListedSuspect;
  /** Leads to all that came from the same network. */
  networkHref: string | null;
  /** Null for who may see nobody's name. */
  reveal: { isOpen: boolean; errorOf(field: string): string | undefined; values: Record<string, string> } | null;
  /** What can be done. */
  children: ReactNode;
}

/** One signature, masked, with why it stands here. */
export function SuspectRow({ suspect, networkHref, reveal, children }: Props) {
  const { t, i18n } = useTranslation("portal-trust");
  const { id, campaignId, state, name, email, country, locale, signedAt, heldAt, signals, network } = suspect;
  const why = signals.filter(isSignal);
  // The robot's field holds a signature by itself; everything else that holds one is its network.
  const isOfNetwork = heldAt !== null && network !== null && !signals.includes("honeypot");
  return (
    <li>
      <p className="supporter-list__person">
        {name !== null && (
          <>
            <strong>
              <bdi>{name}</bdi>
            </strong>{" "}
            <bdi>{email}</bdi>{" "}
          </>
        )}
        <span className="state-tag">{t(`suspects.states.${state}`)}</span>
      </p>
      <div>
        <ul className="suspect-why">
          {isOfNetwork && <li>{t("suspects.manyFromNetwork")}</li>}
          {why.map((signal) => (
            <li key={signal}>{t(`signals.${signal}`)}</li>
          ))}
        </ul>
        {network !== null && networkHref !== null && (
          <p className="visually-muted">
            <a href={networkHref}>{t("suspects.network", { count: network.held })}</a>
          </p>
        )}
      </div>
      <p className="visually-muted">
        {country === "ZZ" ? t("criteria.countryUnsaid") : countryName(country, i18n.language)} ·{" "}
        {languageName(locale, i18n.language)}
        <br />
        {t("suspects.signed")} <Moment at={signedAt} />
        {heldAt !== null && (
          <>
            <br />
            {t("suspects.held")} <Moment at={heldAt} />
          </>
        )}
        <br />
        <code dir="ltr">{id}</code>
      </p>
      <div className="suspect-deeds">
        {children}
        {reveal && <RevealForm subjectId={id} campaignId={campaignId} {...reveal} />}
      </div>
    </li>
  );
}
