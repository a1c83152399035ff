import type { CwcMessage } from "./cwc-message";

/** An element with a text or with elements; left out where its value is undefined or no element is in it. */
type Element = readonly [name: string, value: string | undefined | readonly Element[]];

/** Writes a message as CWC 2.0: elements in the order of the schema, one tag a line, because offices read it as it is. */
export function cwcXml({ delivery, recipient, constituent, message }: CwcMessage): string {
  const { agentContact, organizationContact } = delivery;
  const root: Element = [
    "CWC",
    [
      ["CWCVersion", "2.0"],
      [
        "Delivery",
        [
          ["DeliveryId", delivery.id],
          ["DeliveryDate", delivery.date],
          ["DeliveryAgent", delivery.agent],
          ["DeliveryAgentAckEmailAddress", delivery.agentAckEmail],
          [
            "DeliveryAgentContact",
            [
              ["DeliveryAgentContactName", agentContact.name],
              ["DeliveryAgentContactEmail", agentContact.email],
              ["DeliveryAgentContactPhone", agentContact.phone],
            ],
          ],
          ["Organization", delivery.organization],
          [
            "OrganizationContact",
            [
              ["OrganizationContactName", organizationContact?.name],
              ["OrganizationContactEmail", organizationContact?.email],
              ["OrganizationContactPhone", organizationContact?.phone],
            ],
          ],
          ["OrganizationAbout", delivery.organizationAbout],
          ["CampaignId", delivery.campaignId],
        ],
      ],
      [
        "Recipient",
        [
          ["MemberOffice", recipient.memberOffice],
          ["IsResponseRequested", recipient.isResponseRequested],
          ["NewsletterOptIn", recipient.newsletterOptIn],
        ],
      ],
      [
        "Constituent",
        [
          ["Prefix", constituent.prefix],
          ["FirstName", constituent.firstName],
          ["MiddleName", constituent.middleName],
          ["LastName", constituent.lastName],
          ["Suffix", constituent.suffix],
          ["Title", constituent.title],
          ["ConstituentOrganization", constituent.organization],
          ["Address1", constituent.address1],
          ["Address2", constituent.address2],
          ["Address3", constituent.address3],
          ["City", constituent.city],
          ["StateAbbreviation", constituent.state],
          ["Zip", constituent.zip],
          ["Phone", constituent.phone],
          ["AddressValidation", constituent.addressValidation],
          ["Email", constituent.email],
          ["EmailValidation", constituent.emailValidation],
        ],
      ],
      ["Message", messageElements(message)],
    ],
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, "")}`;
}

function messageElements({ bill, ...message }: CwcMessage["message"]): Element[] {
  return [
    ["Subject", message.subject],
    ["LibraryOfCongressTopics", message.topics.map((topic) => ["LibraryOfCongressTopic", topic] as const)],
    [
      "Bills",
      bill === undefined
        ? []
        : [
            [
              "Bill",
              [
                ["BillCongress", String(bill.congress)],
                ["BillTypeAbbreviation", bill.type],
                ["BillNumber", String(bill.number)],
              ],
            ],
          ],
    ],
    ["ProOrCon", bill?.stance],
    ["OrganizationStatement", message.organizationStatement],
    ["ConstituentMessage", message.constituentMessage],
    ["MoreInfo", message.moreInfo],
  ];
}

function write([name, value]: Element, indent: string): string {
  if (value === undefined || value === "") return "";
  if (typeof value === "string") return `${indent}<${name}>${escapeXml(value)}</${name}>\n`;
  const inner = value.map((element) => write(element, `${indent}  `)).join("");
  return inner === "" ? "" : `${indent}<${name}>\n${inner}${indent}</${name}>\n`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

function escapeXml(value: string): string {
  return withoutForbidden(value).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A text without what XML 1.0 (section 2.2) can't hold, its lines ended as XML reads them (section 2.11). */
export function withoutForbidden(value: string): string {
  return (
    value
      .replace(/\p{Cs}/gu, "")
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
  );
}

/** Whether every tag of a document that {@link cwcXml} wrote is closed in its turn, and no other markup is in it. */
export function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "");
  for (const [tag, slash, name = ""] of body.matchAll(/<(\/?)([^>]*)>/g)) {
    if (!/^<\/?[A-Za-z0-9]+>$/.test(tag)) return false;
    if (slash === "") open.push(name);
    else if (open.pop() !== name) return false;
  }
  const texts = body.replace(/<[^>]*>/g, "");
  return open.length === 0 && !/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/.test(texts) && withoutForbidden(xml) === xml;
}
