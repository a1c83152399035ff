import { useTranslation } from "react-i18next";
import { countryName } from "~/domain/regions/country-names";
import type { RoutedAction } from "~/domain/routing/routed-action";
import { CountryForm } from "./country-form";
import { DraftNote } from "./draft-note";
import { PartnerActions } from "./partner-actions";
import { Regulator } from "./regulator";
import { ShareAction, type ShareText } from "./share-action";
import { ThankYou } from "./thank-you";
import { useLocale } from "./use-locale";
import { ZipForm } from "./zip-form";

interface Props {
  campaign: {
    slug: string;
    petitionContent: {
      title: string;
      locale: string;
      dir: "ltr" | "rtl";
      share: { message: string; emailSubject: string; emailBody: string };
    };
  };
  route: { ruleKey: string; country: string; actions: RoutedAction[] } | null;
  countries: readonly { code: string; name: string }[];
  isConfirmed: boolean;
  shareUrl: string;
}

/** The actions of a place, in the order that routing gave them. */
export function TakeAction({ campaign, route, countries, isConfirmed, shareUrl }: Props) {
  const { t, i18n } = useTranslation("take-action");
  const { t: lawmakers } = useTranslation("lawmakers");
  const locale = useLocale();
  const base = `/${locale}/campaigns/${campaign.slug}`;
  const partnerTexts =
    route?.actions.flatMap((action) => (action.kind === "partner_actions" ? action.items : [])) ?? [];
  const place = route && route.country !== "ZZ" ? countryName(route.country, i18n.language) : null;

  return (
    <div className="page page--medium">
      {isConfirmed && <ThankYou />}
      <h1>{t("title")}</h1>
      {route ? (
        <>
          <p className="lead">{place ? t("inCountry", { country: place }) : t("anywhere")}</p>
          <DraftNote texts={partnerTexts} />
          <div className="actions" data-rule={route.ruleKey}>
            {route.actions.map((action, index) => (
              <Action
                key={keyOf(action, route.actions.slice(0, index))}
                id={keyOf(action, route.actions.slice(0, index))}
                action={action}
                base={base}
                share={{ ...campaign.petitionContent.share, ...campaign.petitionContent, url: shareUrl }}
              />
            ))}
          </div>
          <section className="panel" aria-labelledby="why-title">
            <h2 id="why-title">{t("why.title")}</h2>
            <p>{place ? t("why.country", { country: place }) : t("why.world")}</p>
            <CountryForm action={`${base}/take-action`} countries={countries} chosen={route.country} />
            {route.country !== "US" && (
              <p>
                <a href={`${base}/lawmakers?abroad=1`}>{lawmakers("abroad.link")}</a>
              </p>
            )}
          </section>
        </>
      ) : (
        <>
          <p className="lead">{t("choose")}</p>
          <CountryForm action={`${base}/take-action`} countries={countries} chosen="" />
        </>
      )}
    </div>
  );
}

/** Some of a scope may come before other things, and the rest after them. */
function keyOf(action: RoutedAction, before: readonly RoutedAction[]): string {
  if (action.kind !== "partner_actions") return action.kind;
  const { scope } = action;
  const earlier = before.filter((one) => one.kind === "partner_actions" && one.scope === scope).length;
  return earlier === 0 ? `partners-${scope}` : `partners-${scope}-${earlier + 1}`;
}

interface ActionProps {
  /** Of a heading. */
  id: string;
  action: RoutedAction;
  base: string;
  share: ShareText;
}

function Action({ id, action, base, share }: ActionProps) {
  const { t } = useTranslation("take-action");
  const locale = useLocale();
  switch (action.kind) {
    case "us_lawmaker_contact":
      return (
        <section className="action action--first" aria-labelledby="lawmakers-title">
          <h2 id="lawmakers-title">{t("lawmakers.title")}</h2>
          <p>{t("lawmakers.body")}</p>
          <ZipForm action={`${base}/lawmakers`} />
          {action.state && (
            <p>
              <a href={`${base}/lawmakers?state=${action.state.replace(/^US-/, "")}`}>{t("lawmakers.byState")}</a>
            </p>
          )}
        </section>
      );
    case "us_delegate_contact":
      return (
        <section className="action action--first" aria-labelledby="delegate-title">
          <h2 id="delegate-title">{t("delegate.title")}</h2>
          <p>{t("delegate.body")}</p>
          <p>
            <a className="button" href={`${base}/lawmakers?district=${action.district}`}>
              {t("delegate.button")}
            </a>
          </p>
        </section>
      );
    case "partner_actions":
      return <PartnerActions id={id} scope={action.scope} items={action.items} />;
    case "regulator_complaint":
      return <Regulator regulator={action} />;
    case "eu_institutions_complaint":
      return (
        <section className="action" aria-labelledby="eu-title">
          <h2 id="eu-title">{t("eu.title")}</h2>
          <p>{t("eu.body")}</p>
          <p>
            <a href={action.url} rel="noreferrer">
              {action.name}
            </a>
          </p>
        </section>
      );
    case "share":
      return <ShareAction {...share} />;
    case "learn":
      return (
        <section className="action" aria-labelledby="learn-title">
          <h2 id="learn-title">{t("learn.title")}</h2>
          <p>{t("learn.body")}</p>
          <p>
            <a href={`/${locale}/principles`}>{t("learn.link")}</a>
          </p>
        </section>
      );
  }
}
