import type { UpdateContent, UpdateFacts } from "~db/schema/content/update-content";
import type { updateTypes } from "~db/schema/updates";
import type { FieldFault } from "./check-fields.server";

/** What of an article's facts decides what its words must hold. */
export interface ArticleFacts {
  type: (typeof updateTypes)[number];
  imageId: string | null;
  facts: UpdateFacts;
}

/** Where the words of an article, in one language, do not go with its facts: a picture without words, a criterion without a result. */
export function articleFactFaults(
  { type, imageId, facts }: ArticleFacts,
  { imageAlt, words }: Pick<UpdateContent, "imageAlt" | "words">,
): FieldFault[] {
  const criteria = words.review?.criteria ?? [];
  const twice = criteria.filter(({ id }, index) => criteria.findIndex((one) => one.id === id) !== index);
  return [
    ...(imageId !== null && imageAlt === null
      ? [{ path: "imageAlt", fault: "alternativeText" as const, detail: `image:${imageId}` }]
      : []),
    ...(type === "guide" && words.review === undefined
      ? [invalid("words.review", "a guide says what it checked")]
      : []),
    ...criteria
      .filter(({ id }) => facts.review?.results[id] === undefined)
      .map(({ id }) => invalid("words.review.criteria", `“${id}” has no result in the facts of the article`)),
    ...twice.map(({ id }) => invalid("words.review.criteria", `“${id}” is there twice`)),
  ];
}

function invalid(path: string, detail: string): FieldFault {
  return { path, fault: "invalid", detail };
}
