import type { LetterTemplate } from "../campaigns/message-template-types";
import type { Lawmaker } from "../lawmakers/lawmaker";
import { stateName } from "../lawmakers/state-names";
import { writeLetter } from "../lawmakers/write-message";
import type { DeliveryFormValues } from "./delivery-form";
import { prefixesFor } from "./delivery-form";
import { fillFromAddress, isSameText, withoutSignature } from "./message-text";
import type { OfficeMessage } from "./sealed-parts";

/** One office of the form. */
export interface DeliverOffice {
  bioguide: string;
  name: string;
  title: Lawmaker["title"];
  stateName: string;
  /** Its own web form wants a phone number. */
  wantsPhone: boolean;
}

/** What the form shows. */
export interface DeliverForm {
  offices: DeliverOffice[];
  prefixes: readonly string[];
  /** One of the offices takes the Senate's list only. */
  isForSenate: boolean;
  values: DeliveryFormValues;
}

/** The form for some offices, with what was typed or the campaign's letter. */
export function deliverForm(
  lawmakers: readonly Lawmaker[],
  letter: LetterTemplate | null,
  typed: DeliveryFormValues | null,
): DeliverForm {
  return {
    offices: lawmakers.map(({ bioguide, name, title, state, contactFormFacts }) => ({
      bioguide,
      name,
      title,
      stateName: stateName(state),
      wantsPhone: contactFormFacts?.required.includes("PHONE") ?? false,
    })),
    prefixes: prefixesFor(lawmakers),
    isForSenate: lawmakers.some(({ chamber }) => chamber === "senate"),
    values: typed ?? {
      person: {
        prefix: "",
        firstName: "",
        lastName: "",
        address1: "",
        address2: "",
        city: "",
        zip: "",
        phone: "",
        email: "",
      },
      wantsFollowUp: false,
      messages: Object.fromEntries(
        lawmakers.map((lawmaker) => [lawmaker.bioguide, { ...campaignText(letter, lawmaker), skip: false }]),
      ),
    },
  };
}

/** The campaign's letter to an office, without the closing that the gateway says beside it. */
function campaignText(letter: LetterTemplate | null, lawmaker: Lawmaker): { subject: string; text: string } {
  if (letter === null) return { subject: "", text: "" };
  const { subject, text } = writeLetter(letter, lawmaker, null);
  return { subject, text: withoutSignature(text, "") };
}

/** A settled message as it is kept: whether it is the campaign's own words decides where in the document it stands. */
export function officeMessageOf(
  letter: LetterTemplate | null,
  lawmaker: Lawmaker,
  { person, messages }: DeliveryFormValues,
): OfficeMessage {
  const { subject = "", text = "" } = messages[lawmaker.bioguide] ?? {};
  const isTemplate = isSameText(fillFromAddress(campaignText(letter, lawmaker).text, person), text);
  return { subject, text, isTemplate };
}
