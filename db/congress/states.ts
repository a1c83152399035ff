/** The fifty states, which elect senators and voting representatives. */
export const unionStates = [
  ..."AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO".split(" "),
  ..."MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY".split(" "),
];

/** Seats without a vote on final passage and without senators (2 U.S.C. 891, 1711, 1731; D.C. Code 1-401). */
export const nonVotingSeats = ["AS", "DC", "GU", "MP", "PR", "VI"];

/** What stands in the place of the state in an APO, FPO or DPO address. */
export const militaryStates = ["AA", "AE", "AP"];

const seated = new Set([...unionStates, ...nonVotingSeats]);
const union = new Set(unionStates);

/** Whether the state, district or territory elects a member of the House. */
export function isSeatedState(state: string): boolean {
  return seated.has(state);
}

export function hasSenators(state: string): boolean {
  return union.has(state);
}

export type SeatKind = "district" | "at_large" | "delegate" | "resident_commissioner";

/** What a House seat is, by its state and number (0 = at large). */
export function seatKind(state: string, district: number): SeatKind {
  if (state === "PR") return "resident_commissioner";
  if (!hasSenators(state)) return "delegate";
  return district === 0 ? "at_large" : "district";
}

/** The title of the member who fills a House seat. */
export function houseTitle(kind: SeatKind): "representative" | "delegate" | "resident_commissioner" {
  return kind === "district" || kind === "at_large" ? "representative" : kind;
}
