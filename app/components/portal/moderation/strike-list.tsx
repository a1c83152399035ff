import { useTranslation } from "react-i18next";
import { DeedForm, EmptyState, Moment } from "../portal-form";
import { type Criteria, CriteriaWords } from "./criteria";

export interface ListedStrike {
  id: string;
  state: "queued" | "running" | "done" | "cancelled" | "undoing" | "undone";
  reason: string;
  matched: number;
  progress: number;
  orderedAt: Date;
  finishedAt: Date | null;
  by: string;
  criteria: Criteria;
}

const canBeCancelled = ["queued", "running"];
const canBeUndone = ["done", "cancelled"];

/** What was struck, by whom, when and why. */
export function StrikeList({ strikes, mayAct }: { strikes: ListedStrike[]; mayAct: boolean }) {
  const { t } = useTranslation("portal-trust");
  return (
    <section className="desk-part" aria-labelledby="strikes-title">
      <h2 id="strikes-title">{t("strikes.list")}</h2>
      {strikes.length === 0 && (
        <EmptyState title={t("strikes.none")}>
          <p>{t("strikes.noneBody")}</p>
        </EmptyState>
      )}
      <ul className="moderation-list">
        {strikes.map((strike) => (
          <li className="portal-card" key={strike.id}>
            <p>
              <span className="state-tag">{t(`strikes.states.${strike.state}`)}</span>{" "}
              <strong>{t("strikes.progress", { count: strike.matched, progress: strike.progress })}</strong>
            </p>
            <p dir="auto">{strike.reason}</p>
            <CriteriaWords criteria={strike.criteria} />
            <p className="visually-muted">
              <bdi>{strike.by}</bdi> · <Moment at={strike.orderedAt} />
              {strike.finishedAt && (
                <>
                  {" · "}
                  {t("strikes.finished")} <Moment at={strike.finishedAt} />
                </>
              )}
            </p>
            {mayAct && canBeCancelled.includes(strike.state) && (
              <DeedForm intent="cancel">
                <input type="hidden" name="strike" value={strike.id} />
                <button type="submit" className="button button--small button--quiet">
                  {t("strikes.cancel")}
                </button>
              </DeedForm>
            )}
            {mayAct && canBeUndone.includes(strike.state) && (
              <DeedForm intent="undo">
                <input type="hidden" name="strike" value={strike.id} />
                <button type="submit" className="button button--small button--quiet">
                  {t("strikes.undo")}
                </button>
              </DeedForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
