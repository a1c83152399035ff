import { z } from "zod";
import { cwcTopics, senateBillTypes } from "~/domain/deliveries/cwc-topics";

const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const address = z.url({ protocol: /^https?$/ });
const email = z.string().regex(/^[^@\s]+@[^.\s]+\.\S+$/);
const phone = z.string().regex(/^\d{3}-\d{3}-\d{4}$/);
const perSecond = z.coerce.number().min(0.1).max(10);
/** Topics with `;` between them, because some have a comma. */
const topics = z
  .string()
  .transform((text) => text.split(";").map((topic) => topic.trim()))
  .pipe(z.array(z.enum(cwcTopics)).min(1));

/** The settings of Communicating with Congress; none of them means that the channel is not there. */
export const cwcSettings = {
  CWC_HOUSE_URL: optional(address),
  CWC_HOUSE_API_KEY: optional(z.string().min(3)),
  CWC_HOUSE_PER_SECOND: optional(perSecond),
  CWC_SENATE_URL: optional(address),
  CWC_SENATE_OFFICES_URL: optional(address),
  CWC_SENATE_API_KEY: optional(z.string().min(3)),
  CWC_SENATE_PER_SECOND: optional(perSecond),
  CWC_AGENT_NAME: optional(z.string().min(1).max(200)),
  CWC_AGENT_EMAIL: optional(email),
  CWC_CONTACT_NAME: optional(z.string().min(6).max(200)),
  CWC_CONTACT_EMAIL: optional(email),
  CWC_CONTACT_PHONE: optional(phone),
  CWC_ORGANIZATION: optional(z.string().min(3).max(200)),
  CWC_ORGANIZATION_ABOUT: optional(z.string().min(6).max(500)),
  CWC_ORGANIZATION_CONTACT_NAME: optional(z.string().min(2).max(200)),
  CWC_ORGANIZATION_CONTACT_EMAIL: optional(email),
  CWC_ORGANIZATION_CONTACT_PHONE: optional(phone),
  CWC_TOPICS: optional(topics),
  CWC_BILL_CONGRESS: optional(z.coerce.number().int().min(100).max(999)),
  CWC_BILL_TYPE: optional(z.enum(senateBillTypes)),
  CWC_BILL_NUMBER: optional(z.coerce.number().int().min(1).max(99_999)),
  CWC_BILL_STANCE: optional(z.enum(["Pro", "Con"])),
};

const house = ["CWC_HOUSE_URL", "CWC_HOUSE_API_KEY"];
const senate = ["CWC_SENATE_URL", "CWC_SENATE_OFFICES_URL", "CWC_SENATE_API_KEY"];
const agent = ["CWC_AGENT_NAME", "CWC_AGENT_EMAIL", "CWC_CONTACT_NAME", "CWC_CONTACT_EMAIL", "CWC_CONTACT_PHONE"];
const organization = [
  "CWC_ORGANIZATION",
  "CWC_ORGANIZATION_ABOUT",
  "CWC_ORGANIZATION_CONTACT_NAME",
  "CWC_ORGANIZATION_CONTACT_EMAIL",
  "CWC_ORGANIZATION_CONTACT_PHONE",
];
const bill = ["CWC_BILL_CONGRESS", "CWC_BILL_TYPE", "CWC_BILL_NUMBER", "CWC_BILL_STANCE"];

/** Settings that others need and that are missing: a group is there whole or not at all. */
export function missingCwcSettings(source: Record<string, string | undefined>): string[] {
  const isSet = (name: string) => source[name] !== undefined && source[name] !== "";
  const missing = new Set<string>();
  for (const group of [house, senate, organization, bill]) {
    if (group.some(isSet)) for (const name of group) if (!isSet(name)) missing.add(name);
  }
  const hasChamber = [...house, ...senate].some(isSet);
  if (hasChamber) for (const name of agent) if (!isSet(name)) missing.add(name);
  // A name for nobody to hand anything to: one of the gateways is meant, and nobody can know which.
  const isMeant = Object.keys(cwcSettings).some(isSet);
  if (isMeant && !hasChamber) for (const name of [...house, ...senate]) missing.add(name);
  return [...missing];
}
