import type { DistrictFinderView } from "./district-finder";

/** A seat of the state with its words. */
export interface FinderSeat {
  district: number;
  member: string | null;
  isLikely: boolean;
  /** `District 11`, and its number alone, as the page's language writes them. */
  label: string;
  number: string;
  /** Where the flow goes on with it. */
  href: string;
}

/** Sentences of which the device chooses; `{district}` and the like are for it to fill. */
export type FinderSentence =
  | "denied"
  | "failed"
  | "goOn"
  | "imprecise"
  | "looking"
  | "near"
  | "outside"
  | "outsideZip"
  | "outsideZipNear"
  | "retry"
  | "sure"
  | "sureVacant"
  | "timeout"
  | "tooImprecise"
  | "unavailable"
  | "underCross"
  | "underCrossNobody";

/** What the page hands to the script that finds the district. */
export interface FinderPage extends Omit<DistrictFinderView, "seats"> {
  seats: FinderSeat[];
  words: Record<FinderSentence, string>;
}
