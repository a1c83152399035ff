import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { localeNames } from "~/i18n/locales";
import { DeliveryState, type DeliveryStateFacts } from "./delivery-state";
import { FileTable } from "./file-table";
import { DeedForm, Moment, PortalHeading } from "./portal-form";

interface Props {
  base: string;
  delivery: DeliveryStateFacts & {
    id: string;
    title: string;
    locale: string;
    asOf: Date;
    signatures: number;
    names: number;
    comments: number;
    endorsements: number;
    recipients: number;
    recipientsLeftOut: number;
    forLawmakers: boolean;
    sha256: string | null;
    files: { name: string; size: number; sha256: string }[];
  };
  mayCreate: boolean;
  fileDays: number;
}

/** One delivery: how far it is, its files, what they count, and how to have it made anew. */
export function DeliveryPage({ base, delivery, mayCreate, fileDays }: Props) {
  const { t, i18n } = useTranslation("portal-deliveries");
  const { t: portal } = useTranslation("portal");
  const number = new Intl.NumberFormat(i18n.language);
  const { state, files, done, total } = delivery;
  const path = `${base}/${delivery.id}`;
  const language = Object.entries(localeNames).find(([code]) => code === delivery.locale)?.[1];
  return (
    <>
      <p>
        <a href={base}>{portal("nav.deliveries")}</a>
      </p>
      <PortalHeading title={<bdi>{delivery.title}</bdi>} lead={t("one.title")}>
        <DeliveryState {...delivery} />
      </PortalHeading>
      {state === "making" && (
        <section className="portal-card" data-still-working aria-labelledby="progress-title">
          <h2 id="progress-title">{t("one.making")}</h2>
          <progress max={total} value={done} aria-labelledby="progress-title" />
          <p role="status">{t("states.making", { done, total })}</p>
          <p>
            <a href={path}>{t("one.look")}</a>
          </p>
        </section>
      )}
      {state === "failed" && (
        <p className="warning-note" role="alert">
          {t("one.failed")}
        </p>
      )}
      {state === "ended" && <p className="warning-note">{t(`ended.${delivery.endReason ?? "deleted"}.body`)}</p>}
      <section className="portal-card" aria-labelledby="facts-title">
        <h2 id="facts-title">{t("one.facts")}</h2>
        <dl className="delivery-facts">
          <Fact term={t("columns.asOf")}>
            <Moment at={delivery.asOf} />
          </Fact>
          <Fact term={t("columns.language")}>{language}</Fact>
          <Fact term={t("columns.signatures")}>{number.format(delivery.signatures)}</Fact>
          <Fact term={t("one.endorsements")}>{number.format(delivery.endorsements)}</Fact>
          {state !== "ended" && (
            <>
              <Fact term={t("one.names")}>{number.format(delivery.names)}</Fact>
              <Fact term={t("one.comments")}>{number.format(delivery.comments)}</Fact>
            </>
          )}
          {delivery.forLawmakers && (
            <>
              <Fact term={t("columns.versions")}>{number.format(delivery.recipients)}</Fact>
              <Fact term={t("one.leftOut")}>{number.format(delivery.recipientsLeftOut)}</Fact>
            </>
          )}
          {delivery.sha256 && (
            <Fact term={t("one.checksum")}>
              <code className="checksum">{delivery.sha256}</code>
            </Fact>
          )}
        </dl>
        {delivery.forLawmakers && <p className="visually-muted">{t("one.leftOutWhy")}</p>}
        {delivery.sha256 && <p className="visually-muted">{t("one.checksumWhat")}</p>}
      </section>
      {files.length > 0 && (
        <section className="portal-card" aria-labelledby="files-title">
          <h2 id="files-title">{t("one.files")}</h2>
          <p>
            <a className="button" href={`${path}/all.zip`}>
              {t("one.all")}
            </a>
          </p>
          <p className="visually-muted">{t("one.kept", { days: fileDays })}</p>
          <FileTable path={path} files={files} />
        </section>
      )}
      {mayCreate && (
        <div className="button-row">
          {state !== "making" && (
            <DeedForm intent="again">
              <button type="submit" className="button button--quiet">
                {t("one.again")}
              </button>
            </DeedForm>
          )}
          {(state === "ready" || state === "making") && (
            <DeedForm intent="delete">
              <button type="submit" className="button button--danger">
                {t("one.delete")}
              </button>
            </DeedForm>
          )}
        </div>
      )}
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
