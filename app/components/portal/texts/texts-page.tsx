import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { OwnCampaign } from "~/domain/workshop/own-campaign.server";
import type { TextEditor } from "~/domain/workshop/text-editor.server";
import { type FieldName, fieldSpecs, type TextKind, textKinds } from "~/domain/workshop/text-shape";
import { languageName } from "~/i18n/language-name";
import { locales } from "~/i18n/locales";
import { textDirection } from "~/i18n/text-direction";
import { DeedForm, Moment, PortalHeading } from "../portal-form";
import { CampaignConflict } from "./campaign-conflict";
import { CampaignFields } from "./campaign-fields";
import { FaultSummary } from "./fault-summary";
import { LanguageTabs } from "./language-tabs";
import { OutcomeNote } from "./outcome-note";
import { PreviewPane } from "./preview-pane";
import { SendBackForm } from "./send-back-form";
import { TextBar } from "./text-bar";
import { TextStateLine } from "./text-state";
import { type ShownFault, shownFault, useFaultWords } from "./use-fault-words";

type Editor = Omit<TextEditor, "campaign"> & { campaign: Pick<OwnCampaign, "slug" | "status"> };

interface Props {
  /** `/portal/{organization}` */
  base: string;
  editor: Editor;
  sourceLocale: string;
  /** The host must say yes before something of the actor's becomes public. */
  mustAsk: boolean;
  /** Words of the template are left. */
  hasBrackets: boolean;
  done: string | null;
  sent: unknown;
}

const sentForm = z.object({
  intent: z.string(),
  faults: z.array(shownFault).optional(),
  errors: z.record(z.string(), z.string()).optional(),
  values: z.record(z.string(), z.string()).optional(),
  kept: z.string().optional(),
});

/** All texts of a campaign in one language, to write and to see. */
export function TextsPage({ base, editor, sourceLocale, mustAsk, hasBrackets, done, sent: given }: Props) {
  const { t, i18n } = useTranslation("portal-texts");
  const { campaign, locale, locales: written, typed, source, texts } = editor;
  // Without the part of the address that leads to a field: the answer begins at its top.
  const { pathname } = useLocation();
  const sent = sentForm.safeParse(given).data ?? null;
  const campaignPath = `${base}/campaigns/${campaign.slug}`;
  const mayWrite = texts.petition.may.save;
  const language = { lang: locale, dir: textDirection(locale) };
  const sourceLanguage = { lang: sourceLocale, dir: textDirection(sourceLocale) };
  const faults = sent?.faults ?? [];
  const errorOf = useErrors(faults);
  const labelOf = useLabels();
  const title = source?.texts.get("petition.title") || typed.texts.get("petition.title") || campaign.slug;
  const hasUnfinished = textKinds.some((kind) => texts[kind].unfinishedAt !== null);
  const conflicting = textKinds.filter((kind) => texts[kind].conflict !== null);
  const [first] = conflicting;

  return (
    <>
      <PortalHeading
        title={
          <>
            {t("editor.title")}: {languageName(locale, i18n.language)}
          </>
        }
        lead={
          <>
            <bdi>{title}</bdi>. {t("editor.lead")}
          </>
        }
      >
        <a href={campaignPath}>{t("editor.back")}</a>
      </PortalHeading>
      <LanguageTabs
        written={written}
        all={locales}
        current={locale}
        sourceLocale={sourceLocale}
        hrefOf={(one) => `${campaignPath}/texts/${one}`}
      />
      <OutcomeNote done={done} />
      <FaultSummary faults={faults} labelOf={labelOf} />
      <div className="text-editor">
        <div className="text-editor__main">
          <State texts={texts} campaign={campaign} campaignPath={campaignPath} mustAsk={mustAsk} sent={sent} />
          {mayWrite && hasUnfinished && !first && <Unfinished texts={texts} />}
          {!mayWrite && <p className="notice">{t("editor.readOnly")}</p>}
          {!editor.isSource && source === null && (
            <p className="notice">{t("editor.noSource", { language: languageName(sourceLocale, i18n.language) })}</p>
          )}
          {hasBrackets && <p className="notice">{t("editor.brackets")}</p>}
          {editor.sourceBefore !== null && (
            <section className="notice" aria-labelledby="stale-title">
              <h2 id="stale-title">{t("stale.title")}</h2>
              <p>{t("stale.lead")}</p>
            </section>
          )}
          <form
            method="post"
            action={pathname}
            encType="multipart/form-data"
            id="texts"
            noValidate
            data-autosave={mayWrite || undefined}
          >
            {mayWrite && <TextBar maySubmit={texts.petition.may.submit} />}
            {first && editor.theirs && (
              <CampaignConflict
                by={texts[first].newest?.by ?? ""}
                isMine={texts[first].newest?.isMine ?? false}
                fields={conflicting.flatMap((kind) => texts[kind].conflict ?? [])}
                mine={typed}
                theirs={editor.theirs}
                language={language}
              />
            )}
            <Versions texts={texts} kept={sent?.intent === "autosave" ? sent.kept : undefined} />
            <CampaignFields
              typed={typed}
              source={source}
              sourceBefore={editor.sourceBefore}
              language={language}
              sourceLanguage={sourceLanguage}
              readOnly={!mayWrite}
              errorOf={errorOf}
            />
            {mayWrite && (
              <div className="button-row">
                <button type="submit" name="intent" value="save" className="button">
                  {t("bar.save")}
                </button>
                {texts.petition.may.submit && (
                  <button type="submit" name="intent" value="submit" className="button button--quiet">
                    {t("bar.submit")}
                  </button>
                )}
              </div>
            )}
            {/* Last: buttons of lists say nothing of their own, and the others come before. */}
            <input type="hidden" name="intent" value="list" />
          </form>
        </div>
        <PreviewPane
          path={`${campaignPath}/preview`}
          locale={locale}
          locales={[...written, ...locales.filter((one) => !written.includes(one))]}
          hasLanding={typed.hasLanding}
        />
      </div>
    </>
  );
}

function useErrors(faults: readonly ShownFault[]) {
  const wordsOf = useFaultWords();
  return (field: string) => {
    const fault = faults.find((one) => one.field === field);
    return fault && wordsOf(fault);
  };
}

/** How a field is called: of a part of a list, by its place. */
function useLabels() {
  const { t } = useTranslation("portal-texts");
  return (field: string) => {
    const name = fieldSpecs
      .map((spec): FieldName => spec.name)
      .find((one) => field === one || field.startsWith(`${one}.`));
    if (name === undefined) return t("faults.whole");
    const index = /^\.(\d+)/.exec(field.slice(name.length))?.[1];
    const label = t(`fields.${name}`);
    return index === undefined ? label : t("list.numbered", { label, number: Number(index) + 1 });
  };
}

/** What the writer began from. The script puts what an autosave made of it in its place. */
function Versions({ texts, kept }: { texts: Editor["texts"]; kept: string | undefined }) {
  return (
    <div id="text-versions" data-kept={kept} hidden>
      {textKinds.map((kind) => {
        const { basedOn, newest, sourceNumber } = texts[kind];
        return (
          <span key={kind}>
            <input
              type="hidden"
              name={`basedOn.${kind}`}
              value={basedOn ? `${basedOn.number} ${basedOn.sha256}` : ""}
            />
            <input type="hidden" name={`newest.${kind}`} value={newest ? `${newest.number} ${newest.sha256}` : ""} />
            <input type="hidden" name={`source.${kind}`} value={sourceNumber ?? ""} />
          </span>
        );
      })}
    </div>
  );
}

function Unfinished({ texts }: { texts: Editor["texts"] }) {
  const { t } = useTranslation("portal-texts");
  const at = texts.petition.unfinishedAt ?? texts.campaign.unfinishedAt;
  return (
    <DeedForm intent="discard" className="portal-card">
      <p>
        {t("editor.unfinished")} {at && <Moment at={at} />}
      </p>
      <button type="submit" className="button button--small button--quiet">
        {t("editor.discard")}
      </button>
    </DeedForm>
  );
}

interface StateProps {
  texts: Editor["texts"];
  campaign: Editor["campaign"];
  campaignPath: string;
  mustAsk: boolean;
  sent: z.infer<typeof sentForm> | null;
}

/** Where both texts are, and the steps that can be taken. */
function State({ texts, campaign, campaignPath, mustAsk, sent }: StateProps) {
  const { t } = useTranslation("portal-texts");
  const inState = (...states: string[]) =>
    textKinds.filter((kind) => texts[kind].newest !== null && states.includes(texts[kind].newest?.state ?? ""));
  const inReview = inState("in_review");
  const approved = inState("approved");
  const returnable = [...inReview, ...approved].filter((kind) => texts[kind].may.sendBack);
  const mayApprove = inReview.length > 0 && inReview.every((kind) => texts[kind].may.approve);
  const isPublic = campaign.status === "published";
  const mayPublish = approved.length > 0 && approved.every((kind) => texts[kind].may.publish);
  return (
    <section className="portal-card" aria-labelledby="state-title" id="text-state">
      <h2 id="state-title">{t("state.title")}</h2>
      <div className="text-states">
        {textKinds.map((kind) => (
          <div key={kind}>
            <h3>{t(`kinds.${kind}`)}</h3>
            <TextStateLine newest={texts[kind].newest} published={texts[kind].published} />
          </div>
        ))}
      </div>
      {inReview.length > 0 && !mayApprove && inReview.some((kind) => texts[kind].may.save) && (
        <p>{t("steps.ownText")}</p>
      )}
      {approved.length > 0 && !isPublic && (
        <p>
          {t("steps.notPublic")} <a href={campaignPath}>{t("steps.toCampaign")}</a>
        </p>
      )}
      {approved.length > 0 && isPublic && mustAsk && (
        <p>
          {t("steps.mustAsk")} <a href={campaignPath}>{t("steps.toCampaign")}</a>
        </p>
      )}
      <div className="button-row">
        {mayApprove && (
          <DeedForm intent="approve">
            <Numbers texts={texts} kinds={inReview} />
            <button type="submit" className="button button--small">
              {t("steps.approve")}
            </button>
          </DeedForm>
        )}
        {mayPublish && isPublic && (
          <DeedForm intent="publish">
            <button type="submit" className="button button--small">
              {t("steps.publish")}
            </button>
          </DeedForm>
        )}
      </div>
      {returnable.length > 0 && (
        <SendBackForm
          sent={sent?.intent === "send-back" ? { errors: sent.errors ?? {}, values: sent.values ?? {} } : null}
        >
          <Numbers texts={texts} kinds={returnable} />
        </SendBackForm>
      )}
    </section>
  );
}

function Numbers({ texts, kinds }: { texts: Editor["texts"]; kinds: readonly TextKind[] }) {
  return kinds.map((kind) => (
    <input key={kind} type="hidden" name={`number.${kind}`} value={texts[kind].newest?.number ?? ""} />
  ));
}
