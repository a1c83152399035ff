/** Why what staff asked for can't be done. */
export type OfficesFault =
  | "noMember"
  | "noLocalNumber"
  | "numberFaulty"
  | "addressFaulty"
  | "notShown"
  | "reportOver"
  | "correctionOver"
  | "memberBySync";

/** What staff asked for can't be done. The message says why, in words for those who run a command. */
export class OfficesError extends Error {
  constructor(
    readonly fault: OfficesFault,
    message: string,
  ) {
    super(message);
    this.name = "OfficesError";
  }
}
