import { useTranslation } from "react-i18next";
import type { ListedMailing } from "~/domain/mailings/list-mailings.server";
import { EmptyState, PortalHeading } from "../portal-form";
import { MailingState, ProgressLine } from "./mailing-progress";

interface Props {
  /** `/portal/{organization}/mailings` */
  base: string;
  mailings: ListedMailing[];
  campaigns: { id: string; title: string }[];
  mayWrite: boolean;
}

/** Updates to supporters, the newest first. */
export function MailingsPage({ base, mailings, campaigns, mayWrite }: Props) {
  const { t } = useTranslation("portal-mailings");
  const titles = new Map(campaigns.map(({ id, title }) => [id, title]));
  const isMoving = mailings.some(({ state }) => state === "sending");
  return (
    <>
      <PortalHeading title={t("title")} lead={t("lead")}>
        {mayWrite && (
          <a className="button" href={`${base}/new`}>
            {t("new.link")}
          </a>
        )}
      </PortalHeading>
      {mailings.length === 0 ? (
        <EmptyState title={t("empty.title")}>
          <p>{t("empty.what")}</p>
          <p>{t("empty.who")}</p>
        </EmptyState>
      ) : (
        <section
          className="portal-table-box"
          id="mailing-progress"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
          tabIndex={0}
          aria-label={t("title")}
          data-moving={isMoving || undefined}
        >
          <table className="portal-table">
            <thead>
              <tr>
                <th scope="col">{t("columns.name")}</th>
                <th scope="col">{t("columns.state")}</th>
                <th scope="col">{t("columns.progress")}</th>
                <th scope="col">{t("columns.campaign")}</th>
              </tr>
            </thead>
            <tbody>
              {mailings.map((mailing) => (
                <tr key={mailing.id}>
                  <th scope="row">
                    <a href={`${base}/${mailing.id}`}>
                      <bdi>{mailing.name}</bdi>
                    </a>
                    {mailing.partner !== null && (
                      <>
                        {" · "}
                        <bdi>{mailing.partner}</bdi>
                      </>
                    )}
                  </th>
                  <td>
                    <MailingState state={mailing.state} />
                  </td>
                  <td>
                    <ProgressLine progress={mailing} />
                  </td>
                  <td>
                    {mailing.campaignId === null ? (
                      t("form.everyCampaign")
                    ) : (
                      <bdi>{titles.get(mailing.campaignId) ?? "–"}</bdi>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
