import { useTranslation } from "react-i18next";
import type { ActionEditor } from "~/domain/partner-actions/action-editor.server";
import type { Continent } from "~/domain/routing/place-choices";
import { localTimeOf } from "~/domain/workshop/zoned-time";
import { languageName } from "~/i18n/language-name";
import { ErrorSummary } from "../../error-summary";
import { useLanguageAttributes } from "../../in-language";
import { useFieldErrors } from "../field-error";
import { DeedForm, PortalHeading } from "../portal-form";
import { ActionFacts } from "./action-fields";
import { ActionTextSection } from "./action-text-section";
import { DeskNotes } from "./desk-notes";
import { LinkStory, LinkTag } from "./link-state";
import { OutcomeNote } from "./outcome-note";
import type { SentForm } from "./sent-form";

interface Props {
  base: string;
  done: string | null;
  editor: ActionEditor;
  continents: Continent[];
  sent: SentForm | null;
}

/** One action: its texts, its link, dates and places, and its end. */
export function ActionPage({ base, done, editor, continents, sent }: Props) {
  const { t, i18n } = useTranslation("portal-routing");
  const language = useLanguageAttributes();
  const { errorOf: wordsOf, summary } = useFieldErrors(sent?.errors);
  const { desk, line, text } = editor;
  const { action, state } = line;
  const { timeZone } = desk.campaign;
  const errorOf = (intent: string) => (field: string) => (sent?.intent === intent ? wordsOf(field) : undefined);
  const local = (moment: string | null) => (moment === null ? "" : localTimeOf(new Date(moment), timeZone));
  const known = {
    kind: action.kind,
    link: action.link ?? "",
    startsAt: local(action.startsAt),
    endsAt: local(action.endsAt),
    isWorldwide: action.isWorldwide ? "yes" : "",
  };
  return (
    <>
      <p>
        <a href={`${base}/actions`}>{t("action.backToList")}</a>
      </p>
      <PortalHeading
        title={<span {...language(line)}>{line.title}</span>}
        lead={
          <>
            <span className="state-tag">{t(`states.${state}`)}</span>{" "}
            {action.link !== null && <LinkTag link={line.link} />}
          </>
        }
      />
      <OutcomeNote done={sent === null ? done : null} />
      <DeskNotes base={base} desk={desk} />
      <ErrorSummary errors={summary} />

      <section className="portal-card" aria-labelledby="text-title">
        <h2 id="text-title">{t("action.textTitle")}</h2>
        <p className="visually-muted">{languageName(text.locale, i18n.language)}</p>
        <ActionTextSection editor={editor} sent={sent} errorOf={errorOf("saveText")} />
      </section>

      <section className="portal-card" aria-labelledby="facts-title">
        <h2 id="facts-title">{t("action.factsTitle")}</h2>
        {action.link !== null && (
          <>
            <p>
              <a href={action.link} rel="noopener noreferrer nofollow" dir="ltr" className="long-link">
                {action.link}
              </a>
            </p>
            <LinkStory link={line.link} timeZone={timeZone} />
            {desk.mayChange && (
              <DeedForm intent="checkLink">
                <button type="submit" className="button button--small button--quiet">
                  {t("action.checkAgain")}
                </button>
              </DeedForm>
            )}
          </>
        )}
        {desk.mayChange && (
          <DeedForm intent="change" className="portal-wide-form">
            <input type="hidden" name="seen" value={line.seen} />
            <ActionFacts
              values={sent?.intent === "change" ? sent.values : known}
              countries={sent?.intent === "change" ? (sent.lists.countries ?? []) : action.countries}
              continents={continents}
              timeZone={timeZone}
              errorOf={errorOf("change")}
            />
            <button type="submit" className="button">
              {t("action.change")}
            </button>
          </DeedForm>
        )}
      </section>

      {desk.mayChange &&
        (action.isRetired ? (
          <section className="portal-card portal-narrow">
            <p>{t("action.restoreLead")}</p>
            <DeedForm intent="restore">
              <button type="submit" className="button button--small">
                {t("action.restore")}
              </button>
            </DeedForm>
          </section>
        ) : (
          <details className="portal-card portal-narrow" open={sent?.intent === "retire"}>
            <summary>{t("action.retire")}</summary>
            <p>{t("action.retireLead")}</p>
            <DeedForm intent="retire">
              {errorOf("retire")("sure") && <p className="field__error">{errorOf("retire")("sure")}</p>}
              <label className="check" htmlFor="sure">
                <input type="checkbox" id="sure" name="sure" value="yes" />
                <span>{t("action.sure")}</span>
              </label>
              <button type="submit" className="button button--small button--danger">
                {t("action.retire")}
              </button>
            </DeedForm>
          </details>
        ))}
    </>
  );
}
