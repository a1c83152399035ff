import type { TFunction } from "i18next";
import type { DistrictFinderView } from "~/domain/lawmakers/district-finder";
import type { FinderPage } from "~/domain/lawmakers/finder-page";

/** The sentences of which the device chooses one. What only the device knows stays open: `{district}`, `{name}`. */
export function finderWords(
  t: TFunction<["district-finder", "lawmakers"]>,
  { state, zip }: DistrictFinderView,
): FinderPage["words"] {
  const open = { district: "{district}", name: "{name}", distance: "{distance}", place: "{place}" };
  const known = { ...open, state: state.name, zip: zip ?? "" };
  return {
    denied: t("locate.denied"),
    failed: t("failed"),
    goOn: t("answer.goOn", known),
    imprecise: t("answer.imprecise", known),
    looking: t("looking"),
    near: t("answer.near", known),
    outside: t("answer.outside", known),
    outsideZip: t("answer.outsideZip", known),
    outsideZipNear: t("answer.outsideZipNear", known),
    retry: t("retry"),
    sure: t("answer.sure", known),
    sureVacant: t("answer.sureVacant", known),
    timeout: t("locate.timeout"),
    tooImprecise: t("answer.tooImprecise", known),
    unavailable: t("locate.unavailable"),
    underCross: t("map.underCross", known),
    underCrossNobody: t("map.underCrossNobody", known),
  };
}
