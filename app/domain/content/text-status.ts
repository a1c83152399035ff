import type { TranslationStatus } from "../campaigns/pick-translation";

/** What readers are told of a revision: whose words they are, and whether a person has read a machine's. */
export function textStatus(
  revision: { isMachineDraft: boolean; reviewedBy: string | null },
  isSource: boolean,
): TranslationStatus {
  if (revision.isMachineDraft && revision.reviewedBy === null) return "machine_draft";
  return isSource ? "source" : "reviewed";
}
