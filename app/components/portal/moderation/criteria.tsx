import { useTranslation } from "react-i18next";
import { signatureSignals } from "~/domain/abuse/signature-signals";
import { countryName } from "~/domain/regions/country-names";
import { Moment } from "../portal-form";

/** By what signatures are chosen. */
export interface Criteria {
  signatureId?: string | undefined;
  networkHash?: string | undefined;
  country?: string | undefined;
  signal?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  domainHash?: string | undefined;
  heldOnly?: boolean | undefined;
}

export function isSignal(signal: string): signal is (typeof signatureSignals.options)[number] {
  return signatureSignals.options.some((one) => one === signal);
}

/** Criteria in words; all of them must be true of a signature. */
export function CriteriaWords({ criteria }: { criteria: Criteria }) {
  const { t, i18n } = useTranslation("portal-trust");
  const { signatureId, networkHash, country, signal, from, to, domainHash, heldOnly } = criteria;
  return (
    <ul className="criteria-words">
      {heldOnly && <li>{t("criteria.heldOnly")}</li>}
      {signatureId && (
        <li>
          {t("criteria.signature")} <code className="hash">{signatureId}</code>
        </li>
      )}
      {networkHash && (
        <li>
          {t("criteria.network")} <code className="hash">{networkHash}</code>
        </li>
      )}
      {country && (
        <li>
          {t("criteria.country")} {country === "ZZ" ? t("criteria.countryUnsaid") : countryName(country, i18n.language)}
        </li>
      )}
      {signal && isSignal(signal) && <li>{t(`signals.${signal}`)}</li>}
      {domainHash && <li>{t("criteria.domainHashed")}</li>}
      {from && (
        <li>
          {t("criteria.from")} <Moment at={from} />
        </li>
      )}
      {to && (
        <li>
          {t("criteria.to")} <Moment at={to} />
        </li>
      )}
    </ul>
  );
}

/** The same as hidden fields of a form. */
export function CriteriaFields({ criteria }: { criteria: Criteria }) {
  const { signatureId, networkHash, country, signal, from, to, domainHash, heldOnly } = criteria;
  const fields = {
    ...{ signature: signatureId, network: networkHash, country, signal, from, to, domainHash },
    held: heldOnly ? "yes" : undefined,
  };
  return Object.entries(fields).map(([name, value]) =>
    value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
  );
}
