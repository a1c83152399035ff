import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RevisionState } from "~/domain/content/content-outcome";
import { Moment } from "../portal-form";

interface Props {
  newest: {
    number: number;
    state: RevisionState;
    by: string;
    isMine: boolean;
    at: Date;
    sentBackReason: string | null;
  } | null;
  published: number | null;
  children?: ReactNode;
}

/** Where a text is: its state, who wrote it and when, and what readers see. */
export function TextStateLine({ newest, published, children }: Props) {
  const { t } = useTranslation("portal-texts");
  return (
    <div className="text-state">
      <p>
        <span className="state-tag">{t(`state.${newest?.state ?? "missing"}`)}</span> {children}
      </p>
      {newest && (
        <p className="visually-muted">
          {newest.isMine ? (
            t("state.versionOwn", { number: newest.number })
          ) : (
            <>
              {t("state.version", { number: newest.number })} <bdi>{newest.by}</bdi>,
            </>
          )}{" "}
          <Moment at={newest.at} />
        </p>
      )}
      <p className="visually-muted">
        {published === null ? t("state.nobody") : t("state.readers", { number: published })}
      </p>
      {newest?.sentBackReason && (
        <p className="warning-note" dir="auto">
          {t("state.sentBack", { reason: newest.sentBackReason })}
        </p>
      )}
    </div>
  );
}
