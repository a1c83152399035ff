import { useTranslation } from "react-i18next";
import type { FieldName } from "~/domain/workshop/text-shape";

/** Fields that have a name of their own here; those of a landing page are told by their place in it. */
export const namedFields = [
  "petition.title",
  "petition.addressedTo",
  "petition.summary",
  "petition.statement",
  "petition.demands",
  "petition.share.message",
  "petition.share.emailSubject",
  "petition.share.emailBody",
  "campaign.name",
  "campaign.imageAlt",
  "campaign.seo.title",
  "campaign.seo.description",
] as const;

/** How a field of a campaign's texts is called. */
export function useFieldName(): (name: FieldName) => string {
  const { t } = useTranslation("portal-workshop");
  return (name) => {
    const known = namedFields.find((one) => one === name);
    // A dot parts the keys of words.
    if (known) return t(`textFields.${KEYS[known]}`);
    return t("textFields.landing", { part: name.replace("campaign.landing.", "") });
  };
}

const KEYS = {
  "petition.title": "title",
  "petition.addressedTo": "addressedTo",
  "petition.summary": "summary",
  "petition.statement": "statement",
  "petition.demands": "demands",
  "petition.share.message": "shareMessage",
  "petition.share.emailSubject": "shareSubject",
  "petition.share.emailBody": "shareBody",
  "campaign.name": "name",
  "campaign.imageAlt": "imageAlt",
  "campaign.seo.title": "seoTitle",
  "campaign.seo.description": "seoDescription",
} as const satisfies Record<(typeof namedFields)[number], string>;
