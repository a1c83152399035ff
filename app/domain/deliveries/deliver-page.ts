import { composeLetter, type LetterTexts } from "../lawmakers/compose/compose-letter";
import { recipientOf } from "../lawmakers/compose/recipient";
import type { Lawmaker } from "../lawmakers/lawmaker";
import { stateName } from "../lawmakers/state-names";
import type { DeliveryFormValues } from "./delivery-form";
import { prefixesFor } from "./delivery-form";
import { isSameText, withoutSignature } from "./message-text";
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

/** The form for some offices, with what was typed, or with the campaign's letter and the town that is known. */
export function deliverForm(
  lawmakers: readonly Lawmaker[],
  letter: LetterTexts | null,
  typed: DeliveryFormValues | null,
  town = { city: "", zip: "" },
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
        ...town,
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

const nothingChosen = { name: "", city: "", zip: "", story: "", principles: [], closing: "", language: "en" } as const;

/** The campaign's letter to an office, without the closing that the gateway says beside it. */
function campaignText(letter: LetterTexts | null, lawmaker: Lawmaker): { subject: string; text: string } {
  if (letter === null) return { subject: "", text: "" };
  const { bioguide: office, state, district } = lawmaker;
  const { subject, text } = composeLetter(letter, recipientOf({ office, state, district, lawmaker }), nothingChosen);
  return { subject, text: withoutSignature(text, "") };
}

/** A settled message as it is kept: whether it is the campaign's own words decides where in the document it stands. */
export function officeMessageOf(
  letter: LetterTexts | null,
  lawmaker: Lawmaker,
  { messages }: DeliveryFormValues,
): OfficeMessage {
  const { subject = "", text = "" } = messages[lawmaker.bioguide] ?? {};
  const isTemplate = isSameText(campaignText(letter, lawmaker).text, text);
  return { subject, text, isTemplate };
}
