import { useTranslation } from "react-i18next";
import type { ActionLine, ActionsDesk } from "~/domain/partner-actions/actions-desk.server";
import type { RuleLine } from "~/domain/partner-actions/routing-desk.server";
import { DeedForm } from "../portal-form";
import { usePlaceWords } from "./use-place-words";

interface Props {
  line: RuleLine;
  /** From 1. */
  number: number;
  /** Whether a rule for certain places follows. */
  isMovable: boolean;
  base: string;
  desk: ActionsDesk;
}

/** A rule as a sentence, with what is odd about it. */
export function RuleCard({ line: { rule, taken }, number, isMovable, base, desk }: Props) {
  const { t, i18n } = useTranslation("portal-routing");
  const { listed } = usePlaceWords();
  const list = new Intl.ListFormat(i18n.language);
  const actions = rule.actions.flatMap((slug) => desk.actions.find(({ action }) => action.slug === slug) ?? []);
  const named = [...actions.map(({ title }) => `“${title}”`), ...(rule.withUsual ? [t("rules.usual")] : [])];
  const words = { places: listed(rule.places), actions: named.length > 0 ? list.format(named) : t("rules.nothing") };
  const isForAll = rule.places.length === 0;
  return (
    <>
      <h2 className="visually-muted">{t("rules.ruleNumber", { number })}</h2>
      <p className="rule-sentence">{isForAll ? t("rules.sentenceEverybody", words) : t("rules.sentence", words)}</p>
      <Warnings actions={actions} taken={taken} />
      {desk.mayChange && (
        <div className="button-row">
          <a
            className="button button--small"
            href={`${base}/routing?rule=${rule.id}#rule-form`}
            aria-label={t("rules.changeRule", { number })}
          >
            {t("rules.change")}
          </a>
          {number > 1 && !isForAll && <RuleDeed id={rule.id} intent="up" number={number} />}
          {isMovable && !isForAll && <RuleDeed id={rule.id} intent="down" number={number} />}
          <details>
            <summary aria-label={t("rules.removeRule", { number })}>{t("rules.remove")}</summary>
            <DeedForm intent="remove">
              <input type="hidden" name="rule" value={rule.id} />
              <button type="submit" className="button button--small button--danger">
                {t("rules.sureRemove")}
              </button>
            </DeedForm>
          </details>
        </div>
      )}
    </>
  );
}

function Warnings({ actions, taken }: { actions: readonly ActionLine[]; taken: RuleLine["taken"] }) {
  const { t } = useTranslation("portal-routing");
  const { listed } = usePlaceWords();
  const unseen = actions.filter(({ state }) => state !== "offered");
  const dead = actions.filter(({ link, action }) => action.link !== null && link.state === "dead");
  if (taken === null && unseen.length === 0 && dead.length === 0) return null;
  return (
    <ul className="rule-warnings">
      {taken !== null && (
        <li>{taken === "never" ? t("warnings.never") : t("warnings.partly", { places: listed(taken) })}</li>
      )}
      {unseen.map(
        ({ title, state, action }) =>
          state !== "offered" && <li key={action.id}>{t(`warnings.${state}`, { action: title })}</li>,
      )}
      {dead.map(({ title, action }) => (
        <li key={`dead-${action.id}`}>{t("warnings.dead", { action: title })}</li>
      ))}
    </ul>
  );
}

function RuleDeed({ id, intent, number }: { id: string; intent: "up" | "down"; number: number }) {
  const { t } = useTranslation("portal-routing");
  return (
    <DeedForm intent={intent}>
      <input type="hidden" name="rule" value={id} />
      <button
        type="submit"
        className="button button--small button--quiet"
        aria-label={t(`rules.${intent}Rule`, { number })}
      >
        {t(`actions.${intent}`)}
      </button>
    </DeedForm>
  );
}
