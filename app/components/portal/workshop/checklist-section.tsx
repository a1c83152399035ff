import { useTranslation } from "react-i18next";
import type { ChecklistItem, ChecklistKey } from "~/domain/workshop/checklist.server";
import { type CampaignFrame, type CampaignPart, partPath } from "./campaign-frame";

/** Where each thing is done; the rest is done on the same page. */
const places = new Map<ChecklistKey, CampaignPart>([
  ["words", "texts"],
  ["review", "texts"],
  ["imageAlt", "look"],
  ["closing", "settings"],
  ["look", "look"],
]);

const signs = { done: "✓", todo: "○", waits: "…", optional: "+" } as const;

/** What is missing before a campaign can go public, and what is done of it. */
export function ChecklistSection({ items, frame }: { items: readonly ChecklistItem[]; frame: CampaignFrame }) {
  const { t } = useTranslation("portal-workshop");
  return (
    <section className="portal-card" aria-labelledby="checklist-title">
      <h2 id="checklist-title">{t("checklist.title")}</h2>
      <ul className="workshop-checklist">
        {items.map(({ key, state }) => {
          const place = places.get(key);
          return (
            <li key={key} className={`workshop-checklist__item workshop-checklist__item--${state}`}>
              <span aria-hidden="true" className="workshop-checklist__sign">
                {signs[state]}
              </span>
              <span>
                <strong>{t(`checklist.items.${key}`)}</strong>{" "}
                <span className="visually-muted">{t(`checklist.states.${state}`)}</span>
                {state !== "done" && (
                  <>
                    <br />
                    {t(`checklist.how.${key}`)}{" "}
                    {place && <a href={partPath(frame, place)}>{t(`checklist.go.${place}`)}</a>}
                  </>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
