import type { CwcMessage } from "~/domain/deliveries/cwc-message";

/** A message with what must be there and nothing else. */
export const short: CwcMessage = {
  delivery: {
    id: "0123456789abcdef0123456789ABCDEF",
    date: "20261123",
    agent: "Privacy for All",
    agentAckEmail: "ack@privacy.example",
    agentContact: { name: "Grace Contact", email: "grace@privacy.example", phone: "202-555-0100" },
    campaignId: "c".repeat(64),
  },
  recipient: { memberOffice: "HCA11" },
  constituent: {
    prefix: "Ms.",
    firstName: "Ada",
    lastName: "O'Neil",
    address1: "1 Main St",
    city: "San Francisco",
    state: "CA",
    zip: "94110",
    email: "ada@example.org",
  },
  message: {
    subject: "A privacy law",
    topics: ["Science, Technology, Communications"],
    constituentMessage: "Please support it.\n\nIt matters to my family & me.",
  },
};

/** A message with everything that can be there. */
export const full: CwcMessage = {
  delivery: {
    ...short.delivery,
    organization: "Privacy for All",
    organizationContact: { name: "Al", email: "al@privacy.example", phone: "202-555-0101" },
    organizationAbout: "A campaign for privacy.",
  },
  recipient: { memberOffice: "SCA01", isResponseRequested: "Y", newsletterOptIn: "N" },
  constituent: {
    ...short.constituent,
    middleName: "B.",
    suffix: "Jr.",
    title: "Professor",
    organization: "Sample School",
    address2: "Apt 2",
    address3: "Box 3",
    zip: "94110-1234",
    phone: "415-555-0100",
    addressValidation: "N",
    emailValidation: "Y",
  },
  message: {
    subject: "A privacy law",
    topics: ["Commerce", "Civil Rights and Liberties, Minority Issues"],
    bill: { congress: 119, type: "H.Con.Res", number: 12, stance: "Pro" },
    organizationStatement: "Please support it. “Quoted” <b>words</b>.",
    moreInfo: "https://privacy.example/?a=1&b=2",
  },
};

/** The short message with something else in one of its parts. */
export function withPart<Part extends keyof CwcMessage>(part: Part, change: Partial<CwcMessage[Part]>): CwcMessage {
  return { ...short, [part]: { ...short[part], ...change } };
}
