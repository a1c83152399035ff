import type { CongressIndex } from "../lawmakers/congress-index";
import { formatDistrict } from "../lawmakers/district";
import { isTermOver } from "../lawmakers/lawmaker";
import type { DeliveryFacts, Recipient } from "./delivery-facts";

/**
 * Members of Congress for whom there is a number to tell: senators whose state has one, and members of the House whose district has
 * one. By state, the Senate first.
 */
export function chooseRecipients(
  congress: Pick<CongressIndex, "lawmakers">,
  { usStates, usDistricts }: DeliveryFacts["places"],
  now: Date,
): { recipients: Recipient[]; leftOut: number } {
  const members = [...congress.lawmakers.values()].filter((lawmaker) => !isTermOver(lawmaker, now));
  const recipients = members
    .filter(({ state, district }) =>
      district === null
        ? Object.hasOwn(usStates, state)
        : Object.hasOwn(usDistricts, formatDistrict({ state, district })),
    )
    .map(({ bioguide, name, lastName, chamber, state, district }) => ({
      ...{ bioguide, name, lastName, chamber, state, district },
    }))
    .sort((a, b) => rank(a).localeCompare(rank(b), "en"));
  return { recipients, leftOut: members.length - recipients.length };
}

const rank = ({ state, district, bioguide }: Recipient) =>
  `${state} ${district === null ? "" : String(district).padStart(2, "0")} ${bioguide}`;
