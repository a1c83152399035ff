import type { Lawmaker } from "../lawmakers/lawmaker";
import type { CwcChannel } from "./cwc-channel";
import { cwcOfficeCode } from "./office-code";

/**
 * Whether a message can be handed to an office through Communicating with Congress: the operator has credentials for its
 * chamber, and its gateway says that the office takes messages. Never waits.
 */
export function deliveryOffered(
  cwc: CwcChannel | null,
  lawmaker: Pick<Lawmaker, "chamber" | "cwcOfficeCode" | "state">,
): boolean {
  const code = cwcOfficeCode(lawmaker);
  return code !== null && (cwc?.gateways[lawmaker.chamber]?.knownOffices()?.has(code) ?? false);
}
