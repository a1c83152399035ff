import { useTranslation } from "react-i18next";
import type { DeliverForm as DeliverFormView } from "~/domain/deliveries/deliver-page";
import type { DeliveryFormErrors } from "~/domain/deliveries/delivery-form";
import { DeliverForm } from "./deliver-form";
import { useSite } from "./site-context";
import { useLocale } from "./use-locale";

interface Props {
  campaign: { slug: string };
  /** What is known of where the person lives, as a query. */
  where: string;
  isAsked: boolean;
  isMailLate: boolean;
  linkDays: number;
  days: number;
  form: DeliverFormView;
  errors: DeliveryFormErrors | null;
  requestKey: string;
}

/** Having a message handed over: the form, what follows it, or the question where one lives. */
export function Deliver(props: Props) {
  const { t } = useTranslation("deliver");
  const locale = useLocale();
  const lawmakers = `/${locale}/campaigns/${props.campaign.slug}/lawmakers`;
  if (props.isAsked) return <Asked {...props} />;
  return (
    <div className="page page--medium deliver">
      <h1>{t("title")}</h1>
      {props.form.offices.length > 0 ? (
        <DeliverForm {...props} action={`${lawmakers}/deliver${props.where && `?${props.where}`}`} />
      ) : (
        <>
          <h2>{t("noPlace.title")}</h2>
          <p>{t("noPlace.body")}</p>
          <p>
            <a className="button" href={`${lawmakers}${props.where && `?${props.where}`}`}>
              {t("noPlace.button")}
            </a>
          </p>
        </>
      )}
    </div>
  );
}

function Asked({ isMailLate, linkDays, campaign, where }: Props) {
  const { t } = useTranslation("deliver");
  const { t: confirm } = useTranslation("confirm");
  const { t: lawmakers } = useTranslation("lawmakers");
  const { t: site } = useTranslation("site");
  const { hasLocalMailbox } = useSite();
  const locale = useLocale();
  return (
    <div className="page page--narrow deliver">
      <p className="step">{t("asked.step")}</p>
      <h1>{t("asked.title")}</h1>
      <p className="lead">{t("asked.body")}</p>
      {isMailLate && <p className="notice">{site("mailLate")}</p>}
      <p>{t("asked.until", { days: linkDays })}</p>
      {hasLocalMailbox && (
        <p className="notice">
          {confirm("inbox.demo")} <a href="/dev/mailbox">{confirm("inbox.demoLink")}</a>
        </p>
      )}
      <p>
        <a href={`/${locale}/campaigns/${campaign.slug}/lawmakers${where && `?${where}`}`}>{lawmakers("title")}</a>
      </p>
    </div>
  );
}
