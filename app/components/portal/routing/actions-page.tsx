import { useTranslation } from "react-i18next";
import type { ActionLine, ActionsDesk } from "~/domain/partner-actions/actions-desk.server";
import { placeName } from "~/domain/routing/place-choices";
import { useLanguageAttributes } from "../../in-language";
import { DeedForm, EmptyState, Moment, PortalHeading } from "../portal-form";
import { DeskNotes } from "./desk-notes";
import { LinkTag } from "./link-state";
import { OutcomeNote } from "./outcome-note";
import { TextTags } from "./text-tags";

interface Props {
  base: string;
  done: string | null;
  desk: ActionsDesk;
}

/** What signers of a campaign can do next, in its order. */
export function ActionsPage({ base, done, desk }: Props) {
  const { t } = useTranslation("portal-routing");
  const { actions, campaign, mayChange } = desk;
  const add = (
    <a className="button" href={`${base}/actions/new`}>
      {t("actions.add")}
    </a>
  );
  return (
    <>
      <p>
        <a href={base}>{t("backToCampaign")}</a>
      </p>
      <PortalHeading title={t("actions.title")} lead={t("actions.lead", { campaign: campaign.title })}>
        {mayChange && actions.length > 0 && add}
        <a className="button button--quiet" href={`${base}/routing`}>
          {t("actions.routing")}
        </a>
      </PortalHeading>
      <OutcomeNote done={done} />
      <DeskNotes base={base} desk={desk} />
      {actions.length === 0 && (
        <EmptyState title={t("actions.none")}>
          <p>{t("actions.noneBody")}</p>
          {mayChange && <p>{add}</p>}
        </EmptyState>
      )}
      <ol className="member-list">
        {actions.map((line, index) => (
          <li className="portal-card" key={line.action.id}>
            <Line line={line} base={base} timeZone={campaign.timeZone} />
            {mayChange && (
              <div className="button-row">
                {index > 0 && <Move line={line} way="up" />}
                {index < actions.length - 1 && <Move line={line} way="down" />}
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Line({ line, base, timeZone }: { line: ActionLine; base: string; timeZone: string }) {
  const { t, i18n } = useTranslation("portal-routing");
  const language = useLanguageAttributes();
  const list = new Intl.ListFormat(i18n.language, { style: "short", type: "unit" });
  const { action, state, link, texts } = line;
  return (
    <>
      <h2>
        <a href={`${base}/actions/${action.id}`} {...language(line)}>
          {line.title}
        </a>
      </h2>
      <p>
        <span className="state-tag">{t(`states.${state}`)}</span>{" "}
        {line.isChanged && state !== "waits" && <span className="state-tag">{t("states.waits")}</span>}{" "}
        {action.link !== null && <LinkTag link={link} />}
      </p>
      <TextTags texts={texts} />
      <p className="visually-muted">
        {t(`fields.kinds.${action.kind}`)}
        {action.countries.length > 0 && (
          <> · {list.format(action.countries.map((code) => placeName(code, i18n.language)))}</>
        )}
      </p>
      {(action.startsAt !== null || action.endsAt !== null) && (
        <p className="visually-muted">
          {action.startsAt !== null && (
            <>
              {t("fields.startsAt")} <Moment at={action.startsAt} timeZone={timeZone} />{" "}
            </>
          )}
          {action.endsAt !== null && (
            <>
              {t("fields.endsAt")} <Moment at={action.endsAt} timeZone={timeZone} />
            </>
          )}
        </p>
      )}
    </>
  );
}

function Move({ line, way }: { line: ActionLine; way: "up" | "down" }) {
  const { t } = useTranslation("portal-routing");
  return (
    <DeedForm intent={way}>
      <input type="hidden" name="action" value={line.action.id} />
      <button
        type="submit"
        className="button button--small button--quiet"
        aria-label={t(`actions.${way}One`, { title: line.title })}
      >
        {t(`actions.${way}`)}
      </button>
    </DeedForm>
  );
}
