import { useTranslation } from "react-i18next";

/** Texts within items by their paths, without the places of lists. */
const labelled = [
  "title",
  "short",
  "long",
  "summary",
  "body",
  "cta",
  "text",
  "dek",
  "imageAlt",
  "corrections.text",
  "words.questions.question",
  "words.questions.answer",
  "words.research.abstract",
  "words.research.methods",
  "words.research.funding",
  "words.research.conflicts",
  "words.research.ethics",
  "words.review.category",
  "words.review.criteria.label",
  "words.review.criteria.note",
  "words.review.verdict",
  "words.review.tips",
  "words.review.vendorReply",
  "words.recommendations",
  "words.place",
] as const;

/** How a text within an item is called: by its name and place, or by its path where it has no name yet. */
export function useDeskLabels(): (path: string) => string {
  const { t } = useTranslation("portal-texts");
  return (path) => {
    if (path === "") return t("faults.whole");
    const parts = path.split(".");
    const name = parts.filter((part) => !/^\d+$/.test(part)).join(".");
    const place = parts.findLast((part) => /^\d+$/.test(part));
    const known = labelled.find((one) => one === name);
    const label = known === undefined ? path : t(`deskFields.${known}`);
    return place === undefined || known === undefined
      ? label
      : t("list.numbered", { label, number: Number(place) + 1 });
  };
}
