import { useTranslation } from "react-i18next";
import type { MailingView } from "~/domain/mailings/mailing-view.server";
import { locales } from "~/i18n/locales";
import { ErrorSummary } from "../../error-summary";
import { useFieldErrors } from "../field-error";
import { DeedForm, DoneNote, PortalHeading } from "../portal-form";
import { SettingsFields } from "./mailing-fields";
import { MailingState, Progress } from "./mailing-progress";
import { HoldForms, Readers, SendForms } from "./mailing-sending";
import { MailingTexts } from "./mailing-texts";

interface Props extends MailingView {
  /** `/portal/{organization}/mailings` */
  base: string;
  /** The language whose words are shown. */
  shown: string;
  sample: { text: string } | null;
  campaigns: { id: string; title: string }[];
  zones: readonly string[];
  done: string | null;
  sent: { intent: string; errors: Record<string, string>; values: Record<string, string> } | null;
}

const goodEnds = [
  "saved",
  "removed",
  "tested",
  "sending",
  "scheduled",
  "draft",
  "paused",
  "resumed",
  "cancelled",
] as const;
const badEnds = ["over", "noText", "nobody", "inactive", "blocked", "needsHost"] as const;

/** One update: words, readers, looks and sending, and then how far it is. */
export function MailingPage({ base, shown, sample, campaigns, zones, done, sent, ...view }: Props) {
  const { t } = useTranslation("portal-mailings");
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  const { mailing, audience, mayWrite, maySend } = view;
  const path = `${base}/${mailing.id}`;
  const of = (intent: string) => ({
    values: sent?.intent === intent ? sent.values : {},
    errorOf: sent?.intent === intent ? errorOf : () => undefined,
  });
  // A form that was refused is posted to the address with the note of what was done before.
  const good = sent === null && !isPast(done, mailing.state) ? goodEnds.find((one) => one === done) : undefined;
  const bad = sent === null ? badEnds.find((one) => one === done) : undefined;
  const isOpen = mailing.state === "draft" || mailing.state === "scheduled";
  const settings = {
    name: mailing.name,
    campaign: mailing.campaignId ?? "",
    source: mailing.sourceLocale,
    postalAddress: mailing.postalAddress,
  };

  return (
    <>
      <p>
        <a href={base}>{t("title")}</a>
      </p>
      <PortalHeading title={<bdi>{mailing.name}</bdi>} lead={view.partner ?? undefined}>
        <MailingState state={mailing.state} />
      </PortalHeading>
      {good && <DoneNote>{t(`outcomes.${good}`)}</DoneNote>}
      {bad && (
        <p className="warning-note" role="alert">
          {t(`outcomes.${bad}`)}
        </p>
      )}
      <ErrorSummary errors={summary} />
      {view.needsAgreement && (
        <p className="warning-note">
          {t("needsAgreement")} <a href={base.replace(/mailings$/, "agreement")}>{t("agreementLink")}</a>
        </p>
      )}
      {view.isBlocked && bad !== "blocked" && <p className="warning-note">{t("outcomes.blocked")}</p>}
      {mailing.state === "stopped" && (
        <p className="warning-note" role="alert">
          {view.isHost ? t("stopped.host") : t("stopped.partner")}
        </p>
      )}
      {mailing.state === "paused" && mailing.pausedWhy && (
        <p className="warning-note">{t(`pausedWhy.${mailing.pausedWhy}`)}</p>
      )}
      {mailing.startedAt && <Progress progress={mailing} path={path} />}
      {maySend && !isOpen && <HoldForms view={view} />}
      {audience && <Readers audience={audience} />}
      <MailingTexts path={path} view={view} shown={shown} sample={sample} {...of("save")} />
      {mayWrite && (
        <details className="portal-card mailing-form" open={sent?.intent === "change" || undefined}>
          <summary>{t("form.settings")}</summary>
          <DeedForm intent="change">
            <SettingsFields
              {...of("change")}
              values={{ ...settings, ...of("change").values }}
              campaigns={campaigns}
              languages={locales.filter((locale) => view.texts.some((text) => text.locale === locale))}
            />
            <button type="submit" className="button button--quiet">
              {t("form.save")}
            </button>
          </DeedForm>
        </details>
      )}
      {maySend && isOpen && (
        <>
          <SendForms view={view} zones={zones} {...of("schedule")} />
          <HoldForms view={view} />
        </>
      )}
    </>
  );
}

/** The page may be looked at again when what it said is over. */
function isPast(done: string | null, state: MailingView["mailing"]["state"]): boolean {
  return (done === "sending" || done === "resumed") && state !== "sending";
}
