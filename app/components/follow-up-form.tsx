import { useTranslation } from "react-i18next";
import type { FollowUpFormErrors } from "~/domain/follow-ups/follow-up-form";
import { TextField } from "./field";
import { FollowUpBox } from "./follow-up-box";
import { ReadOnlyNotice } from "./read-only-notice";
import { useLocale } from "./use-locale";

interface Props {
  campaign: { slug: string };
  /** Bioguide ids of the offices that were contacted. */
  offices: readonly string[];
  email?: string;
  errors?: FollowUpFormErrors | null;
}

/** Asks for an address to write to once, after two weeks. For the end of the flow. */
export function FollowUpForm({ campaign, offices, email = "", errors = null }: Props) {
  const { t } = useTranslation("deliver");
  const locale = useLocale();
  if (offices.length === 0) return null;
  return (
    <section className="panel follow-up" aria-labelledby="follow-up-title">
      <h2 id="follow-up-title">{t("followUp.title")}</h2>
      <p>{t("followUp.intro")}</p>
      <form method="post" action={`/${locale}/campaigns/${campaign.slug}/lawmakers/follow-up`} noValidate>
        {offices.map((office) => (
          <input key={office} type="hidden" name="office" value={office} />
        ))}
        <TextField
          id="email"
          type="email"
          inputMode="email"
          label={t("followUp.email")}
          error={errors?.email && t(`errors.${errors.email}`)}
          defaultValue={email}
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          dir="ltr"
          required
        />
        <FollowUpBox error={errors?.wantsFollowUp && t(`followUp.${errors.wantsFollowUp}`)} />
        <ReadOnlyNotice />
        <button className="button button--quiet" type="submit">
          {t("followUp.button")}
        </button>
      </form>
    </section>
  );
}
