import { useTranslation } from "react-i18next";
import type { RoutedAction } from "~/domain/routing/routed-action";
import { PartnerCards } from "./partner-cards";

type Props = Omit<Extract<RoutedAction, { kind: "partner_actions" }>, "kind"> & { id?: string };

/** What partners ask people to do: in the country, in the wider region, or anywhere. */
export function PartnerActions({ scope, items, id = `partners-${scope}` }: Props) {
  const { t } = useTranslation("take-action");
  return (
    <section className="action" aria-labelledby={id}>
      <h2 id={id}>{t(`partners.${scope}`)}</h2>
      <PartnerCards items={items} />
    </section>
  );
}
