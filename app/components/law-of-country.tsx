import { useTranslation } from "react-i18next";
import { stateName } from "~/domain/lawmakers/state-names";
import type { LawOfPlace } from "~/domain/principles/law-of-place.server";
import { countryName } from "~/domain/regions/country-names";
import type { StateLaw } from "~/domain/regions/state-privacy-laws";
import { dayFormat } from "~/i18n/day-format";
import { LawName } from "./law-name";
import { isKeptPrinciple } from "./principle-words";

/** Which law there is, and in one sentence what it says of a principle. */
export function LawOfCountry({ slug, law }: { slug: string; law: LawOfPlace }) {
  const { t, i18n } = useTranslation("principles");
  const country = countryName(law.country, i18n.language);
  const list = new Intl.ListFormat(i18n.language).format(law.places.map((place) => `\u2066${place}\u2069`));
  const hasLaw = law.lawName !== null || law.stateLaw?.kind === "comprehensive";
  return (
    <>
      {law.country === "US" ? (
        <p>{t("law.us")}</p>
      ) : law.lawName ? (
        <p>
          {t("law.named", { country })} <LawName name={law.lawName} />
        </p>
      ) : (
        <p>{t("law.unknown", { country })}</p>
      )}
      {law.state && law.stateLaw && <LawOfState state={law.state} law={law.stateLaw} />}
      {isKeptPrinciple(slug) && law.system === "gdpr" && (
        <>
          <p>{t(`gdpr.${slug}`)}</p>
          <p className="muted">{t("law.articles", { list })}</p>
        </>
      )}
      {isKeptPrinciple(slug) && slug !== "ai-transparency" && law.system === "california" && (
        <>
          <p>{t(`california.${slug}`)}</p>
          <p className="muted">{t("law.california", { list })}</p>
        </>
      )}
      {hasLaw && law.system === null && <p>{t("law.notChecked")}</p>}
    </>
  );
}

function LawOfState({ state, law }: { state: string; law: StateLaw }) {
  const { t, i18n } = useTranslation("principles");
  const day = dayFormat(i18n.language, "UTC");
  // Its name is English in every language.
  const name = { state: `\u2068${stateName(state)}\u2069` };
  return (
    <p>
      {t(`law.state.${law.kind}`, name)}
      {law.from && <> {t("law.state.from", { date: day.format(new Date(law.from)) })}</>}
    </p>
  );
}
