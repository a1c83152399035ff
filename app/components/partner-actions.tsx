import { useTranslation } from "react-i18next";
import type { RoutedAction } from "~/domain/routing/routed-action";
import { PartnerCards } from "./partner-cards";

type Props = Omit<Extract<RoutedAction, { kind: "partner_actions" }>, "kind">;

/** What partners ask people to do: in the country, in the wider region, or anywhere. */
export function PartnerActions({ scope, items }: Props) {
  const { t } = useTranslation("take-action");
  return (
    <section className="action" aria-labelledby={`partners-${scope}`}>
      <h2 id={`partners-${scope}`}>{t(`partners.${scope}`)}</h2>
      <PartnerCards items={items} />
    </section>
  );
}
