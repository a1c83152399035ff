import { useTranslation } from "react-i18next";
import { z } from "zod";
import type { FieldFault } from "~/domain/content/check-fields.server";

const kinds = ["invalid", "tooLong", "unreadable", "placeholders", "id", "link", "picture", "alternativeText"] as const;

/** A fault beside its field, by the field's id; empty where it is about the whole. */
export const shownFault = z.object({ field: z.string(), fault: z.enum(kinds), detail: z.string() });

export type ShownFault = z.infer<typeof shownFault>;

/** Says what is wrong with a field, and what to do. */
export function useFaultWords(): (fault: Pick<FieldFault, "fault" | "detail">) => string {
  const { t, i18n } = useTranslation("portal-texts");
  return ({ fault, detail }) => {
    if (fault === "tooLong")
      return t("faults.tooLong", { detail: new Intl.NumberFormat(i18n.language).format(Number(detail)) });
    if (fault === "placeholders" && detail === "") return t("faults.noPlaceholders", { braces: "{{…}}" });
    return t(`faults.${fault}`, { detail });
  };
}
