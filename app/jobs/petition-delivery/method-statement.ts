import { SUPPRESSED_BELOW } from "~/domain/counting/publish-regions";
import type { DeliveryWords } from "./delivery-words";

/** How the signatures were confirmed, checked and counted, when, and what is not shown: a paragraph each. */
export function methodStatement({ t, moment }: DeliveryWords, asOf: Date): string[] {
  return [
    t("method.asOf", { moment: moment(asOf) }),
    t("method.confirmed"),
    t("method.checked"),
    t("method.place"),
    t("method.small", { least: SUPPRESSED_BELOW }),
    t("method.names"),
    t("method.notShown"),
  ];
}
