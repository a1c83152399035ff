import { useTranslation } from "react-i18next";
import { placeName } from "~/domain/routing/place-choices";
import { placeGroups } from "~/domain/routing/rule-places";

/** The words for the codes of places. */
export function usePlaceWords() {
  const { t, i18n } = useTranslation("portal-routing");
  const list = new Intl.ListFormat(i18n.language);
  const place = (code: string) => {
    const group = placeGroups.find((one) => one === code);
    return group ? t(`places.groups.${group}`) : placeName(code, i18n.language);
  };
  return { place, listed: (codes: readonly string[]) => list.format(codes.map(place)) };
}
