import type { Vault } from "../context";
import type { Chamber, CwcProfile } from "./cwc-channel";
import type { CwcMessage } from "./cwc-message";
import { billTypeFor } from "./cwc-topics";
import { washingtonDay } from "./maintenance";
import type { Constituent, OfficeMessage } from "./sealed-parts";

/** What one message is put together from. The same parts give the same bytes, so that a repeated one is known by them. */
export interface CwcParts {
  profile: CwcProfile;
  campaignId: string;
  deliveryId: string;
  officeCode: string;
  /** When the owner of the mailbox said yes: that was the check of the mailbox. */
  confirmedAt: Date;
  constituent: Constituent;
  message: OfficeMessage;
}

export function composeCwc({ vault }: { vault: Vault }, parts: CwcParts): CwcMessage {
  const { profile, constituent, message } = parts;
  const chamber: Chamber = parts.officeCode.startsWith("H") ? "house" : "senate";
  const { bill, organization } = profile;
  return {
    delivery: {
      id: parts.deliveryId,
      date: washingtonDay(parts.confirmedAt),
      agent: profile.agent,
      agentAckEmail: profile.agentAckEmail,
      agentContact: profile.agentContact,
      organization: organization?.name,
      organizationContact: organization?.contact,
      organizationAbout: organization?.about,
      campaignId: campaignCode(vault, parts.campaignId, bill),
    },
    recipient: { memberOffice: parts.officeCode, isResponseRequested: "Y", newsletterOptIn: "N" },
    constituent: {
      prefix: constituent.prefix,
      firstName: constituent.firstName,
      lastName: constituent.lastName,
      address1: constituent.address1,
      address2: constituent.address2 || undefined,
      city: constituent.city,
      state: constituent.state,
      zip: constituent.zip,
      phone: constituent.phone || undefined,
      addressValidation: "N",
      email: constituent.email,
      emailValidation: "Y",
    },
    message: {
      subject: message.subject,
      topics: [...profile.topics],
      ...(bill && { bill: { ...bill, type: billTypeFor(chamber, bill.type) } }),
      ...(message.isTemplate ? { organizationStatement: message.text } : { constituentMessage: message.text }),
    },
  };
}

/** 64 hexadecimal characters. For and against one bill are two campaigns. */
function campaignCode(vault: Vault, campaignId: string, bill: CwcProfile["bill"]): string {
  const stance = bill === null ? "" : `${bill.congress} ${bill.type} ${bill.number} ${bill.stance}`;
  return Buffer.from(vault.lookupHash("cwc-campaign", `${campaignId}\n${stance}`), "base64url").toString("hex");
}
