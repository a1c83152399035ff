import { useTranslation } from "react-i18next";
import { DeedForm } from "../portal-form";
import type { CampaignHomeProps } from "./campaign-home-page";

type Deed = "close" | "archive" | "take-down";

/** What ends something: each folded up, and saying first what it brings about. */
export function GraveDeeds({ frame: { state }, isFlagship, wasPublic }: CampaignHomeProps) {
  const { t } = useTranslation("portal-workshop");
  const isOut = state === "open" || state === "paused" || state === "notYetOpen";
  const deeds: Deed[] = [
    ...(isOut ? (["close"] as const) : []),
    ...(state !== "archived" && !isFlagship ? (["archive"] as const) : []),
    ...((isOut || state === "over" || (state === "archived" && wasPublic)) && !isFlagship
      ? (["take-down"] as const)
      : []),
  ];
  if (deeds.length === 0) return null;
  return (
    <section aria-labelledby="grave-title">
      <h2 id="grave-title">{t("grave.title")}</h2>
      {deeds.map((deed) => (
        <details key={deed} className="workshop-grave">
          <summary>{t(`grave.${deed}.summary`)}</summary>
          <p>{t(`grave.${deed}.effect`)}</p>
          <DeedForm intent={deed}>
            <button type="submit" className="button button--small button--danger">
              {t(`grave.${deed}.button`)}
            </button>
          </DeedForm>
        </details>
      ))}
    </section>
  );
}
