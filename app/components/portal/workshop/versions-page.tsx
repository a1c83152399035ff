import { useTranslation } from "react-i18next";
import type { CampaignVersions, TextVersion } from "~/domain/workshop/list-versions.server";
import { type TextKind, textKinds } from "~/domain/workshop/text-shape";
import { languageName } from "~/i18n/language-name";
import { textDirection } from "~/i18n/text-direction";
import { DeedForm, EmptyState, Moment } from "../portal-form";
import { type CampaignFrame, campaignPath, partPath } from "./campaign-frame";
import { CampaignHeading } from "./campaign-heading";
import { useFieldName } from "./field-name";
import { OutcomeNote } from "./outcome-note";

interface Props extends Omit<CampaignVersions, "campaign"> {
  frame: CampaignFrame;
  done: string | null;
  timeZone: string;
}

const outcomes = [
  "undone",
  "restored",
  "already",
  "conflict",
  "nothingEarlier",
  "sourceNotPublished",
  "ownText",
  "approval",
  "paused",
] as const;

/** Every version of a campaign's texts in one language: who wrote it and when, what changed, and the way back. */
export function VersionsPage({ frame, done, locale, locales, versions, timeZone, mayRestore, mayUndo }: Props) {
  const { t, i18n } = useTranslation("portal-workshop");
  const outcome = outcomes.find((one) => one === done);
  const isEmpty = textKinds.every((kind) => versions[kind].length === 0);
  return (
    <>
      <CampaignHeading frame={frame} part="versions" />
      {outcome && (
        <OutcomeNote isGood={outcome === "undone" || outcome === "restored"}>
          {t(`versions.outcomes.${outcome}`)}
        </OutcomeNote>
      )}
      <p>{t("versions.lead")}</p>
      <nav className="state-tabs" aria-label={t("versions.languages")}>
        <ul>
          {locales.map((one) => (
            <li key={one}>
              <a
                href={`${partPath(frame, "versions")}?locale=${one}`}
                aria-current={one === locale ? "page" : undefined}
              >
                {languageName(one, i18n.language)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {isEmpty && (
        <EmptyState title={t("versions.none")}>
          <p>
            {t("versions.noneBody")} <a href={`${campaignPath(frame)}/texts/${locale}`}>{t("checklist.go.texts")}</a>
          </p>
        </EmptyState>
      )}
      {textKinds.map(
        (kind) =>
          versions[kind].length > 0 && (
            <section key={kind} aria-labelledby={`versions-${kind}`}>
              <h2 id={`versions-${kind}`}>{t(`textKinds.${kind}`)}</h2>
              <ol className="moderation-list" reversed>
                {versions[kind].map((version, at) => (
                  <Version
                    key={version.number}
                    {...{ kind, version, locale, timeZone }}
                    mayRestore={mayRestore && at > 0}
                    mayUndo={mayUndo && version.canComeBack && versions[kind].some((one) => one.state === "published")}
                  />
                ))}
              </ol>
            </section>
          ),
      )}
    </>
  );
}

interface VersionProps {
  kind: TextKind;
  version: TextVersion;
  locale: string;
  timeZone: string;
  mayRestore: boolean;
  mayUndo: boolean;
}

function Version({ kind, version, locale, timeZone, mayRestore, mayUndo }: VersionProps) {
  const { t } = useTranslation("portal-workshop");
  const nameOf = useFieldName();
  const { number, state, writtenBy, writtenAt, reviewedBy, publishedBy, publishedAt, changes } = version;
  return (
    <li className="portal-card">
      <h3>
        {t("versions.number", { number })} <span className="state-tag">{t(`textStates.${state}`)}</span>
      </h3>
      <p className="visually-muted">
        {t("versions.writtenBy")} <bdi>{writtenBy}</bdi> · <Moment at={writtenAt} timeZone={timeZone} />
        {reviewedBy && (
          <>
            <br />
            {t("versions.reviewedBy")} <bdi>{reviewedBy}</bdi>
          </>
        )}
        {publishedBy && publishedAt && (
          <>
            <br />
            {t("versions.publishedBy")} <bdi>{publishedBy}</bdi> · <Moment at={publishedAt} timeZone={timeZone} />
          </>
        )}
      </p>
      {changes.length > 0 && (
        <details>
          <summary>{t("versions.changes", { count: changes.length })}</summary>
          <dl className="workshop-changes">
            {changes.map(({ name, before, after }) => (
              <div key={name}>
                <dt>{nameOf(name)}</dt>
                <dd lang={locale} dir={textDirection(locale)}>
                  {before !== "" && <del>{before}</del>}
                  {after !== "" && <ins>{after}</ins>}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {(mayUndo || mayRestore) && (
        <div className="button-row">
          {mayUndo && (
            <Back intent="undo" field="to" {...{ kind, locale, number }} words={t("versions.undo", { number })} />
          )}
          {mayRestore && (
            <Back
              intent="restore"
              field="from"
              {...{ kind, locale, number }}
              words={t("versions.restore", { number })}
            />
          )}
        </div>
      )}
    </li>
  );
}

interface BackProps {
  intent: "undo" | "restore";
  field: "to" | "from";
  kind: TextKind;
  locale: string;
  number: number;
  words: string;
}

function Back({ intent, field, kind, locale, number, words }: BackProps) {
  return (
    <DeedForm intent={intent}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name={field} value={number} />
      <button type="submit" className="button button--small button--quiet">
        {words}
      </button>
    </DeedForm>
  );
}
