/** When people are asked whether offices answered. */
export const ASKED_AFTER_DAYS = 14;
/** How long the link of that mail works. */
export const ANSWER_LINK_DAYS = 60;
/** From how many people on an answer rate is published. */
export const PUBLISHED_FROM = 10;
/** Wishes of one network and day that are taken. */
export const WISHES_PER_NETWORK_AND_DAY = 60;

/** What somebody can say of an office's answer. */
export const officeAnswerKinds = ["none", "form_reply", "supports", "undecided", "opposes"] as const;
export type OfficeAnswer = (typeof officeAnswerKinds)[number];

/** How many of the people who told us had an answer of an office. */
export interface AnswerRate {
  answered: number;
  told: number;
}

/** The rate that may be published: null while too few have said. */
export function answerRate(counts: Partial<Record<OfficeAnswer, number>>): AnswerRate | null {
  const told = officeAnswerKinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  return told < PUBLISHED_FROM ? null : { told, answered: told - (counts.none ?? 0) };
}
