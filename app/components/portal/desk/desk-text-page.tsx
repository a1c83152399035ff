import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { placeholdersIn } from "~/domain/content/text-fields";
import type { DeskText, DeskUnit } from "~/domain/translations/desk/desk-text.server";
import { itemParam } from "~/domain/translations/desk/item-name";
import { languageName } from "~/i18n/language-name";
import { locales } from "~/i18n/locales";
import { textDirection } from "~/i18n/text-direction";
import { DeedForm, Moment, PortalHeading } from "../portal-form";
import { ConflictBox } from "../texts/campaign-conflict";
import { FaultSummary } from "../texts/fault-summary";
import { LanguageTabs } from "../texts/language-tabs";
import { OutcomeNote } from "../texts/outcome-note";
import { SendBackForm } from "../texts/send-back-form";
import { TextBar } from "../texts/text-bar";
import { TextStateLine } from "../texts/text-state";
import { shownFault, useFaultWords } from "../texts/use-fault-words";
import { WrittenField } from "../texts/written-field";
import { useDeskLabels } from "./field-labels";

interface Props {
  /** `/portal/{organization}` */
  base: string;
  text: DeskText;
  done: string | null;
  sent: unknown;
}

/** What people are asked to agree to has no title of its own. */
const purposes = ["petition", "newsletter", "partner_sharing", "public_name", "public_comment", "endorsement"] as const;

const sentForm = z.object({
  intent: z.string(),
  faults: z.array(shownFault).optional(),
  errors: z.record(z.string(), z.string()).optional(),
  values: z.record(z.string(), z.string()).optional(),
  kept: z.string().optional(),
});

type Sent = z.infer<typeof sentForm> | null;

/** A text beside its original, field by field. */
export function DeskTextPage({ base, text, done, sent: given }: Props) {
  const { t, i18n } = useTranslation("portal-texts");
  // Without the part of the address that leads to a field: the answer begins at its top.
  const { pathname } = useLocation();
  const sent = sentForm.safeParse(given).data ?? null;
  const { locale, sourceLocale, isSource, units, may } = text;
  const labelOf = useDeskLabels();
  const faults = sent?.faults ?? [];
  const name = (one: string) => languageName(one, i18n.language);
  const kind = t(`kinds.${text.kind}`);
  const purpose = text.kind === "consent_wording" ? purposes.find((one) => one === text.key) : undefined;
  const inConflict = units.filter(({ theirs }) => theirs !== null);
  return (
    <>
      <PortalHeading
        title={
          purpose ? (
            t(`purposes.${purpose}`)
          ) : (
            <span lang={sourceLocale} dir={textDirection(sourceLocale)}>
              {text.title}
            </span>
          )
        }
        lead={
          isSource
            ? t("text.leadSource", { kind, language: name(locale) })
            : t("text.lead", { kind, source: name(sourceLocale), language: name(locale) })
        }
      >
        <a href={`${base}/translations?locale=${locale}`}>{t("text.back")}</a>
      </PortalHeading>
      <LanguageTabs
        written={text.written}
        all={locales}
        current={locale}
        sourceLocale={sourceLocale}
        hrefOf={(one) => `${base}/translations/${itemParam(text)}/${one}`}
      />
      <OutcomeNote done={done} />
      <FaultSummary faults={faults} labelOf={(field) => labelOf(field.replace(/^text\./, ""))} />
      <State text={text} sent={sent} />
      {may.save && text.unfinishedAt && !text.hasConflict && (
        <DeedForm intent="discard" className="portal-card">
          <p>
            {t("editor.unfinished")} <Moment at={text.unfinishedAt} />
          </p>
          <button type="submit" className="button button--small button--quiet">
            {t("editor.discard")}
          </button>
        </DeedForm>
      )}
      {!may.save && <p className="notice">{t("editor.readOnly")}</p>}
      {!isSource && text.sourceNumber === null && (
        <p className="notice">{t("editor.noSource", { language: name(sourceLocale) })}</p>
      )}
      {text.isStale && (
        <section className="notice" aria-labelledby="stale-title">
          <h2 id="stale-title">{t("stale.title")}</h2>
          <p>{t("stale.lead")}</p>
        </section>
      )}
      {units.length > 0 && (
        <form
          method="post"
          action={pathname}
          encType="multipart/form-data"
          id="texts"
          noValidate
          data-autosave={may.save || undefined}
        >
          {may.save && <TextBar maySubmit={may.submit} />}
          {text.hasConflict && text.newest && (
            <ConflictBox by={text.newest.by} isMine={text.newest.isMine}>
              {inConflict.length === 0 ? (
                <p>{t("conflict.same")}</p>
              ) : (
                <DeskConflict units={inConflict} language={{ lang: locale, dir: textDirection(locale) }} />
              )}
            </ConflictBox>
          )}
          <Versions text={text} kept={sent?.intent === "autosave" ? sent.kept : undefined} />
          <section className="portal-card text-group">
            {isSource && may.save && <p className="visually-muted">{t("text.parts")}</p>}
            {units.map((unit) => (
              <Unit key={unit.path} unit={unit} text={text} faults={faults} />
            ))}
          </section>
          {may.save && (
            <div className="button-row">
              <button type="submit" name="intent" value="save" className="button">
                {t("bar.save")}
              </button>
              {may.submit && (
                <button type="submit" name="intent" value="submit" className="button button--quiet">
                  {t("bar.submit")}
                </button>
              )}
            </div>
          )}
        </form>
      )}
    </>
  );
}

function Unit({
  unit,
  text,
  faults,
}: {
  unit: DeskUnit;
  text: DeskText;
  faults: readonly z.infer<typeof shownFault>[];
}) {
  const { t } = useTranslation("portal-texts");
  const labelOf = useDeskLabels();
  const wordsOf = useFaultWords();
  const { path, source, sourceBefore } = unit;
  const id = `text.${path}`;
  const fault = faults.find(({ field }) => field === id);
  const isMarkdown = text.kind === "update" && path === "body";
  const placeholders = text.kind === "update" || source === null ? [] : placeholdersIn(source);
  const hint = isMarkdown
    ? t("hints.markdown")
    : placeholders.length > 0
      ? t("hints.placeholders", { list: placeholders.join(" ") })
      : undefined;
  return (
    <WrittenField
      id={id}
      label={labelOf(path)}
      hint={hint}
      error={fault && wordsOf(fault)}
      value={unit.text}
      isLong={(source ?? unit.text).length > 70}
      language={{ lang: text.locale, dir: textDirection(text.locale) }}
      readOnly={!text.may.save}
      original={
        source === null
          ? null
          : {
              text: source,
              before: sourceBefore,
              language: { lang: text.sourceLocale, dir: textDirection(text.sourceLocale) },
            }
      }
    />
  );
}

function DeskConflict({
  units,
  language,
}: {
  units: readonly DeskUnit[];
  language: { lang: string; dir: "ltr" | "rtl" };
}) {
  const { t } = useTranslation("portal-texts");
  const labelOf = useDeskLabels();
  const said = (words: string) =>
    words.trim() === "" ? (
      <span className="visually-muted">{t("conflict.empty")}</span>
    ) : (
      <div className="kept-lines" {...language}>
        {words}
      </div>
    );
  return (
    <div className="portal-table-box">
      <table className="portal-table conflict-table">
        <thead>
          <tr>
            <th scope="col">{t("conflict.field")}</th>
            <th scope="col">{t("conflict.mine")}</th>
            <th scope="col">{t("conflict.theirs")}</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ path, text, theirs }) => (
            <tr key={path}>
              <th scope="row">
                <a href={`#text.${path}`}>{labelOf(path)}</a>
              </th>
              <td>{said(text)}</td>
              <td>{said(theirs ?? "")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the writer began from. The script puts what an autosave made of it in its place. */
function Versions({ text, kept }: { text: DeskText; kept: string | undefined }) {
  const { basedOn, last, sourceNumber } = text;
  return (
    <div id="text-versions" data-kept={kept} hidden>
      <input type="hidden" name="basedOn" value={basedOn ? `${basedOn.number} ${basedOn.sha256}` : ""} />
      <input type="hidden" name="newest" value={last ? `${last.number} ${last.sha256}` : ""} />
      <input type="hidden" name="source" value={sourceNumber ?? ""} />
    </div>
  );
}

/** Where the text is, who approved it, and the steps that can be taken. */
function State({ text, sent }: { text: DeskText; sent: Sent }) {
  const { t } = useTranslation("portal-texts");
  const { newest, may } = text;
  const state = newest?.state;
  const isToRead = state === "in_review" || (state === "published" && newest?.isMachineDraft === true);
  const isMachines = newest?.isMachineDraft === true && newest.reviewedBy === null;
  const mayApprove = isToRead && newest?.reviewedBy === null && may.approve;
  const mayApproveLegally = isToRead && newest?.legallyReviewedBy === null && may.approveLegally;
  const isUnreviewed = isMachines && may.publishUnreviewed && (state === "draft" || state === "in_review");
  const mayPublish = may.publish && (state === "approved" || isUnreviewed);
  return (
    <section className="portal-card" aria-labelledby="state-title" id="text-state">
      <h2 id="state-title">{t("state.title")}</h2>
      <TextStateLine newest={newest} published={text.published}>
        {isMachines && <span className="state-tag">{t("state.machine")}</span>}
      </TextStateLine>
      {newest?.reviewedBy && <p className="visually-muted">{t("state.reviewedBy", { name: newest.reviewedBy })}</p>}
      {newest?.legallyReviewedBy && (
        <p className="visually-muted">{t("state.legallyReviewedBy", { name: newest.legallyReviewedBy })}</p>
      )}
      {text.kind === "consent_wording" && state === "in_review" && newest?.legallyReviewedBy === null && (
        <p>{t("state.needsLegal")}</p>
      )}
      {state === "in_review" && newest?.reviewedBy === null && !may.approve && may.save && <p>{t("steps.ownText")}</p>}
      <div className="button-row">
        {mayApprove && <StepForm intent="approve" number={newest?.number} words={t("steps.approve")} />}
        {mayApproveLegally && (
          <StepForm intent="approve-legally" number={newest?.number} words={t("steps.approveLegally")} />
        )}
        {mayPublish && (
          <StepForm
            intent="publish"
            number={newest?.number}
            words={state === "approved" ? t("steps.publish") : t("steps.publishUnreviewed")}
          />
        )}
      </div>
      {may.sendBack && (state === "in_review" || state === "approved") && (
        <SendBackForm
          sent={sent?.intent === "send-back" ? { errors: sent.errors ?? {}, values: sent.values ?? {} } : null}
        >
          <input type="hidden" name="number" value={newest?.number ?? ""} />
        </SendBackForm>
      )}
    </section>
  );
}

function StepForm({ intent, number, words }: { intent: string; number: number | undefined; words: string }) {
  return (
    <DeedForm intent={intent}>
      <input type="hidden" name="number" value={number ?? ""} />
      <button type="submit" className="button button--small">
        {words}
      </button>
    </DeedForm>
  );
}
