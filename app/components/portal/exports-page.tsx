import { useTranslation } from "react-i18next";
import type { ExportFacts } from "~/domain/exports/list-exports.server";
import { ErrorSummary } from "../error-summary";
import { EncryptionKeys } from "./encryption-keys";
import { ExportForm } from "./export-form";
import { ExportList } from "./export-list";
import { useFieldErrors } from "./field-error";
import { DoneNote, PortalHeading } from "./portal-form";

interface Props {
  exports: ExportFacts[];
  keys: { id: string; label: string; recipient: string; addedAt: Date }[];
  campaigns: { id: string; title: string }[];
  /** `/portal/{organization}` */
  base: string;
  formKey: string;
  done: string | null;
  /** Only the list, which then keeps itself up to date without a script, too: nobody is typing anything here. */
  isWatching: boolean;
  mayCreate: boolean;
  sent: {
    intent: string;
    errors: Record<string, string> | null;
    values: Record<string, string>;
    columns: string[];
  } | null;
}

const goodEnds = ["requested", "cancelled", "keyAdded", "keyRemoved"] as const;
const badEnds = ["tooMany", "busy", "over", "usedUp", "tooManyKeys", "paused"] as const;

/** Files of supporters: those there are, the form for another one, and the keys that they are encrypted to. */
export function ExportsPage({ exports, keys, campaigns, base, sent, ...props }: Props) {
  const { t } = useTranslation("portal-supporters");
  const { errorOf, summary } = useFieldErrors(sent?.errors);
  const valuesOf = (intent: string) => (sent?.intent === intent ? sent.values : {});
  const errorsOf = (intent: string) => (sent?.intent === intent ? errorOf : () => undefined);
  const good = goodEnds.find((one) => one === props.done);
  const bad = badEnds.find((one) => one === props.done);
  const href = `${base}/exports`;
  const isMoving = exports.some(
    ({ state, isDownloading }) => state === "waiting" || state === "running" || isDownloading,
  );

  return (
    <>
      <PortalHeading title={t("exports.title")} lead={t("exports.lead")}>
        <a className="button button--quiet" href={`${base}/supporters`}>
          {t("exports.back")}
        </a>
      </PortalHeading>
      {good && <DoneNote>{t(`exports.outcomes.${good}`)}</DoneNote>}
      {bad && (
        <p className="warning-note" role="alert">
          {t(`exports.outcomes.${bad}`)}
        </p>
      )}
      <ErrorSummary errors={summary} />
      <ExportList exports={exports} href={href} campaigns={campaigns} mayCreate={props.mayCreate} />
      {props.isWatching ? (
        <>
          {isMoving && (
            <noscript>
              <meta httpEquiv="refresh" content={`4;url=${href}?watch=on`} />
            </noscript>
          )}
          <p>
            <a href={href}>{t("exports.watched")}</a>
          </p>
        </>
      ) : (
        <>
          {isMoving && (
            <noscript>
              <p>
                <a href={`${href}?watch=on`}>{t("exports.watch")}</a>
              </p>
            </noscript>
          )}
          {props.mayCreate && (
            <ExportForm
              formKey={sent?.intent === "request" ? (sent.values.key ?? props.formKey) : props.formKey}
              campaigns={campaigns}
              keys={keys.length}
              errorOf={errorsOf("request")}
              values={valuesOf("request")}
              columns={sent?.intent === "request" ? sent.columns : null}
            />
          )}
          <EncryptionKeys
            keys={keys}
            mayChange={props.mayCreate}
            errorOf={errorsOf("add-key")}
            values={valuesOf("add-key")}
          />
        </>
      )}
    </>
  );
}
