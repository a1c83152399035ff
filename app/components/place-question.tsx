import { useTranslation } from "react-i18next";
import type { LawmakerFlowView } from "~/domain/lawmakers/lawmaker-steps";
import { StateChoice, StateLinks } from "./state-choice";
import { ZipForm } from "./zip-form";

interface Props {
  flow: LawmakerFlowView;
  /** The address of the flow, without a query. */
  path: string;
  /** The ZIP code as it was typed. */
  typed: string | null;
  /** What is wrong with it. */
  error: string | undefined;
}

/** Asks where somebody lives, as far as it is not known: by ZIP code, or by state where no ZIP code can tell. */
export function PlaceQuestion({ flow, path, typed, error }: Props) {
  const { t } = useTranslation("lawmakers");
  const byState = (state: string) => `${path}?state=${state}`;
  switch (flow.step) {
    case "ask":
    case "zipFaulty":
    case "zipUnknown":
    case "zipWithoutSeat":
    case "districtUnknown":
      return (
        <>
          <ZipForm action={path} zip={typed ?? undefined} error={error} />
          {flow.step === "zipUnknown" && flow.states.length > 0 && (
            <StateChoice id="prefix" title={t("zip.prefixTitle")} states={flow.states} href={byState}>
              <p>{t("zip.prefixBody")}</p>
            </StateChoice>
          )}
          <p>
            <a href={`${path}?abroad=1`}>{t("abroad.link")}</a>
          </p>
        </>
      );
    case "chooseHomeState":
      return (
        <StateChoice id="home" title={t("homeState.title")} states={flow.states} href={byState}>
          <p>{flow.homeBecause === "military" ? t("homeState.body") : t("homeState.abroad")}</p>
          <p>{t("homeState.zip")}</p>
          <ZipForm action={path} />
          <h3>{t("homeState.orState")}</h3>
        </StateChoice>
      );
    case "chooseState": {
      const withZip = (state: string) => `${path}?zip=${flow.zip}&state=${state}`;
      return (
        <StateChoice id="state" title={t("chooseState.title")} states={flow.states} href={withZip}>
          <p>{t("chooseState.body", { zip: flow.zip })}</p>
          {flow.otherStates.length > 0 && (
            <details>
              <summary>{t("otherStates")}</summary>
              <StateLinks states={flow.otherStates} href={withZip} />
            </details>
          )}
        </StateChoice>
      );
    }
    default:
      return null;
  }
}
