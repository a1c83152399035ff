import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NETWORK_HASH_DAYS } from "~/domain/abuse/limits";
import { CONTACT_DAYS } from "~/domain/contacts/forget-contacts.server";
import { DELIVERED_DAYS, DELIVERY_LINK_DAYS } from "~/domain/deliveries/retention";
import { UNCONFIRMED_ENDORSEMENT_DAYS } from "~/domain/endorsements/retention";
import { DELIVERY_DAYS } from "~/domain/mailings/retention";
import { DELIVERY_FILE_DAYS } from "~/domain/petition-deliveries/retention";
import { UNCONFIRMED_DAYS } from "~/domain/signatures/retention";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";

/** What the site keeps, why, for how long, and who sees it. */
export const loader = forPage(({ i18n }) => ({
  title: `${i18n.t("site:privacy.title")} · Privacy for All`,
  description: i18n.t("site:privacy.description"),
  unconfirmedDays: UNCONFIRMED_DAYS,
  networkHashDays: NETWORK_HASH_DAYS,
  contactDays: CONTACT_DAYS,
  mailingDays: DELIVERY_DAYS,
  delivery: { linkDays: DELIVERY_LINK_DAYS, days: DELIVERED_DAYS },
  documentDays: DELIVERY_FILE_DAYS,
  unconfirmedEndorsementDays: UNCONFIRMED_ENDORSEMENT_DAYS,
}));

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function PrivacyPage() {
  const { unconfirmedDays, networkHashDays, contactDays, mailingDays, ...days } = useLoaderData<typeof loader>();
  const { delivery, documentDays, unconfirmedEndorsementDays } = days;
  const { t } = useTranslation("site");
  const { t: deliver } = useTranslation("deliver");
  const { t: endorse } = useTranslation("endorse");
  return (
    <div className="page page--narrow">
      <h1>{t("privacy.title")}</h1>
      <p className="lead">{t("privacy.description")}</p>
      <h2>{t("privacy.keptTitle")}</h2>
      <p>{t("privacy.keptBody")}</p>
      <h2>{t("privacy.sharedTitle")}</h2>
      <p>{t("privacy.sharedBody")}</p>
      <h2>{t("privacy.deletedTitle")}</h2>
      <p>{t("privacy.deletedBody", { days: unconfirmedDays })}</p>
      <p>{t("privacy.mailedBody", { days: mailingDays })}</p>
      <h2>{t("privacy.congressTitle")}</h2>
      <p>{t("privacy.congressBody", { days: contactDays })}</p>
      <h2>{deliver("privacy.title")}</h2>
      <p>{deliver("privacy.body", delivery)}</p>
      <h2>{endorse("privacy.title")}</h2>
      <p>{endorse("privacy.shown", { documentDays })}</p>
      <p>{endorse("privacy.endorsed", { unconfirmedDays: unconfirmedEndorsementDays })}</p>
      <h2>{t("privacy.guardTitle")}</h2>
      <p>{t("privacy.guardBody", { days: networkHashDays })}</p>
      <h2>{t("privacy.countedTitle")}</h2>
      <p>{t("privacy.countedBody")}</p>
      <h2>{t("privacy.neverTitle")}</h2>
      <p>{t("privacy.neverBody")}</p>
    </div>
  );
}
