import type { revisionStates } from "~db/schema/content-items";
import type { RightsRefusal } from "./rights";

export type RevisionState = (typeof revisionStates)[number];

/** Names one revision of one text. */
export interface RevisionName {
  kind: string;
  key: string;
  locale: string;
  number: number;
}

/**
 * Why a step on a text was not taken; nothing was changed then.
 * - `notFound`: there is no such item or revision.
 * - `notAllowed`: `why` says whether it is another organization's, the role does not hold the step, or it is the
 *   actor's own text.
 * - `conflict`: the revision is in a state that the step does not start from, mostly because somebody was faster;
 *   `state` is where it is now, `by` who brought it there where that is known.
 */
export type Refusal =
  | { outcome: "notFound" }
  | { outcome: "notAllowed"; why: RightsRefusal }
  | { outcome: "conflict"; state: RevisionState; by: string | null };

/** `already`: the same person did the same before; nothing was changed. */
export type StepOutcome = { outcome: "done" | "already" } | Refusal;
