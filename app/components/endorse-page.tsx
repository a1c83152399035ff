import { useTranslation } from "react-i18next";
import { EndorseForm, type EndorseFormProps } from "./endorse-form";
import { useLanguageAttributes } from "./in-language";
import { useSite } from "./site-context";
import { useLocale } from "./use-locale";

interface Props extends Omit<EndorseFormProps, "action"> {
  wasSent: boolean;
  campaign: {
    slug: string;
    isSample: boolean;
    petitionContent: { title: string; locale: string; dir: "ltr" | "rtl" };
  };
  tooMany: boolean;
}

/** The form by which somebody puts their name under a campaign in public, and the word after it was sent. */
export function EndorsePage({ wasSent, campaign, tooMany, ...form }: Props) {
  const { t } = useTranslation("endorse");
  const { t: confirm } = useTranslation("confirm");
  const { t: site } = useTranslation("site");
  const { hasLocalMailbox } = useSite();
  const locale = useLocale();
  const language = useLanguageAttributes();
  const path = `/${locale}/campaigns/${campaign.slug}`;
  if (wasSent) {
    return (
      <div className="page page--narrow">
        <h1>{t("sent.title")}</h1>
        <p className="lead">{t("sent.body")}</p>
        {hasLocalMailbox && (
          <p className="notice">
            {confirm("inbox.demo")} <a href="/dev/mailbox">{confirm("inbox.demoLink")}</a>
          </p>
        )}
        <p>
          <a href={path} {...language(campaign.petitionContent)}>
            {campaign.petitionContent.title}
          </a>
        </p>
      </div>
    );
  }
  return (
    <div className="page page--narrow">
      <h1>{t("form.title")}</h1>
      <p className="petition-title">
        <a href={path} {...language(campaign.petitionContent)}>
          {campaign.petitionContent.title}
        </a>
      </p>
      {campaign.isSample && <p className="notice">{site("sample.note")}</p>}
      <p className="lead">{t("form.lead")}</p>
      <p>
        <a href={`${path}#sign`}>{t("form.signLink")}</a>
      </p>
      <p>{t("form.steps")}</p>
      {tooMany && (
        <p className="notice" role="alert">
          {t("tooMany")}
        </p>
      )}
      <EndorseForm {...form} action={`${path}/endorse`} />
    </div>
  );
}
