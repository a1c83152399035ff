import { useTranslation } from "react-i18next";
import { useLocale } from "./use-locale";

/** Stands in place of the sign form while staff have switched signing off: why, and what can be done meanwhile. */
export function SigningPaused({ reason, slug }: { reason: "paused" | "readOnly"; slug: string }) {
  const { t } = useTranslation("sign");
  const locale = useLocale();
  const campaign = `/${locale}/campaigns/${slug}`;
  return (
    <section className="sign-form" id="sign" aria-labelledby="paused-title">
      <h2 id="paused-title">{t(`${reason}.title`)}</h2>
      <p>{t(`${reason}.body`)}</p>
      {reason === "paused" && <p>{t("paused.signed")}</p>}
      <p>
        <a className="button" href={`${campaign}/take-action`}>
          {t("paused.action")}
        </a>
      </p>
      <p>
        <a href={`${campaign}/lawmakers`}>{t("paused.lawmakers")}</a>
      </p>
    </section>
  );
}
