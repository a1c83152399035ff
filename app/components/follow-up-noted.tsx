import { useTranslation } from "react-i18next";
import type { FollowUpFormErrors } from "~/domain/follow-ups/follow-up-form";
import { ErrorSummary } from "./error-summary";
import { FollowUpForm } from "./follow-up-form";
import { useLocale } from "./use-locale";

interface Props {
  campaign: { slug: string };
  /** The form as it was sent, where it has faults. */
  faulty: { email: string; offices: string[]; errors: FollowUpFormErrors } | null;
}

/** What follows the wish for one mail after two weeks. */
export function FollowUpNoted({ campaign, faulty }: Props) {
  const { t } = useTranslation("deliver");
  const { t: lawmakers } = useTranslation("lawmakers");
  const locale = useLocale();
  if (faulty !== null) {
    const { email, wantsFollowUp } = faulty.errors;
    const errors = [
      ...(email ? [{ field: "email", message: t(`errors.${email}`) }] : []),
      ...(wantsFollowUp ? [{ field: "wantsFollowUp", message: t(`followUp.${wantsFollowUp}`) }] : []),
    ];
    return (
      <div className="page page--narrow">
        <h1>{t("followUp.title")}</h1>
        <ErrorSummary errors={errors} />
        <FollowUpForm campaign={campaign} {...faulty} />
      </div>
    );
  }
  return (
    <div className="page page--narrow">
      <h1>{t("followUp.noted.title")}</h1>
      <p className="lead">{t("followUp.noted.body")}</p>
      <p>
        <a href={`/${locale}/campaigns/${campaign.slug}/lawmakers`}>{lawmakers("title")}</a>
      </p>
    </div>
  );
}
