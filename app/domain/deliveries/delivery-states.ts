import type { deliveries } from "~db/schema/deliveries";
import { rejectionReasons } from "./cwc-channel";

export type DeliveryState = (typeof deliveries.$inferSelect)["state"];

/** Why a message was not handed over, each with words in `deliver.json`. */
export const failureReasons = [
  "alreadyWritten",
  "congressOver",
  "notYours",
  "officeChanged",
  "officeNotActive",
  "noAnswer",
  "notTaken",
  "withdrawn",
  "withdrawnUnderWay",
] as const;
export type FailureReason = (typeof failureReasons)[number];

const reasons = [...rejectionReasons, ...failureReasons] as const;

/** Whether a code is one that we have words for. */
export function isReason(code: string): code is (typeof reasons)[number] {
  return reasons.some((reason) => reason === code);
}
