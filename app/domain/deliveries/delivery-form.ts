import { z } from "zod";
import type { Lawmaker } from "../lawmakers/lawmaker";
import { parseZip } from "../lawmakers/zip";
import { isEmailAddress } from "../signatures/email-address";
import { cleanName, nameFault } from "../signatures/supporter-name";
import { housePrefixes, senatePrefixes } from "./cwc-message";
import { withoutForbidden } from "./cwc-xml";
import { fieldLimits, type PersonField, personFields } from "./delivery-fields";
import { hasOpenPlaces, withoutSignature } from "./message-text";

/** What was typed, so that a faulty form can be shown again. */
export interface DeliveryFormValues {
  person: Record<PersonField, string>;
  wantsFollowUp: boolean;
  /** By Bioguide id. */
  messages: Record<string, { subject: string; text: string; skip: boolean }>;
}

/** Each is a key below `errors` in `deliver.json`. */
export type DeliveryFormError =
  | "prefixMissing"
  | "prefixSenate"
  | "nameMissing"
  | "nameTooLong"
  | "nameLink"
  | "nameFormula"
  | "addressMissing"
  | "addressTooLong"
  | "cityMissing"
  | "zipFaulty"
  | "zipElsewhere"
  | "phoneFaulty"
  | "emailMissing"
  | "emailFaulty"
  | "subjectLength"
  | "textLength"
  | "textOpen"
  | "noOffice"
  | "notTaken"
  | "tooMany";

/** By the id of the field. */
export type DeliveryFormErrors = Record<string, DeliveryFormError>;

/** The choices for the form of address. The Senate takes its own list only. */
export function prefixesFor(offices: readonly Pick<Lawmaker, "chamber">[]): readonly string[] {
  return offices.some(({ chamber }) => chamber === "senate") ? senatePrefixes : housePrefixes;
}

const typed = z.string().max(20_000);

/** Reads what was typed, whatever it is. */
export function readDeliveryForm(form: FormData, offices: readonly string[]): DeliveryFormValues {
  const one = (name: string) => {
    const value = typed.safeParse(form.get(name));
    return value.success ? value.data : "";
  };
  const line = (name: string) => cleanName(one(name).slice(0, 1_000));
  const person = Object.fromEntries(personFields.map((field) => [field, line(field)]));
  return {
    person: z.record(z.enum(personFields), z.string()).parse(person),
    wantsFollowUp: form.get("wantsFollowUp") === "yes",
    messages: Object.fromEntries(
      offices.map((office) => [
        office,
        {
          subject: line(`subject.${office}`) || line(`subject-${office}`),
          text: withoutForbidden(one(`text.${office}`) || one(`text-${office}`)).trim(),
          skip: form.getAll("skip").includes(office),
        },
      ]),
    ),
  };
}

/** The offices that a form speaks of, in its order, each once. */
export function officesOfForm(form: FormData): string[] {
  const named = form.getAll("office").filter((value) => typeof value === "string");
  const written = [...form.keys()].flatMap((key) => /^text[.-](\w+)$/.exec(key)?.[1] ?? []);
  return [...new Set([...named, ...written])].filter((office) => /^[A-Z]\d{6}$/.test(office)).slice(0, 5);
}

/** The form as it is handed over: texts without a signature, the phone number as the gateways write it. */
export function settleForm(values: DeliveryFormValues): DeliveryFormValues {
  const { person } = values;
  const name = `${person.firstName} ${person.lastName}`.trim();
  return {
    ...values,
    person: { ...person, phone: formatPhone(person.phone) },
    messages: Object.fromEntries(
      Object.entries(values.messages).map(([office, message]) => [
        office,
        { ...message, text: withoutSignature(message.text, name) },
      ]),
    ),
  };
}

/** The faults of a settled form; null when there is none. */
export function faultsOfForm(
  { person, messages }: DeliveryFormValues,
  offices: readonly Pick<Lawmaker, "bioguide" | "chamber">[],
): DeliveryFormErrors | null {
  const errors: DeliveryFormErrors = {};
  const chosen = offices.filter(({ bioguide }) => messages[bioguide]?.skip === false);
  if (chosen.length === 0) errors.offices = "noOffice";
  if (!prefixesFor(chosen).includes(person.prefix)) {
    errors.prefix = housePrefixes.some((prefix) => prefix === person.prefix) ? "prefixSenate" : "prefixMissing";
  }
  for (const field of ["firstName", "lastName"] as const) {
    const fault = nameError(person[field]);
    if (fault) errors[field] = fault;
  }
  if (person.address1.length < 3) errors.address1 = "addressMissing";
  for (const field of ["address1", "address2"] as const) {
    if (person[field].length > fieldLimits.address) errors[field] = "addressTooLong";
  }
  if (person.address2.length === 1) errors.address2 = "addressMissing";
  if (person.city.length < 2 || person.city.length > fieldLimits.city) errors.city = "cityMissing";
  if (parseZip(person.zip) === null) errors.zip = "zipFaulty";
  if (person.phone !== "" && !/^\d{3}-\d{3}-\d{4}$/.test(person.phone)) errors.phone = "phoneFaulty";
  if (person.email === "") errors.email = "emailMissing";
  else if (!isEmailAddress(person.email)) errors.email = "emailFaulty";
  for (const { bioguide } of chosen) {
    const { subject = "", text = "" } = messages[bioguide] ?? {};
    if (isOutside(subject, fieldLimits.subject)) errors[`subject.${bioguide}`] = "subjectLength";
    if (isOutside(text, fieldLimits.text)) errors[`text.${bioguide}`] = "textLength";
    else if (hasOpenPlaces(text)) errors[`text.${bioguide}`] = "textOpen";
  }
  return Object.keys(errors).length > 0 ? errors : null;
}

const nameErrors = {
  missing: "nameMissing",
  tooLong: "nameTooLong",
  link: "nameLink",
  formula: "nameFormula",
} as const;

function nameError(name: string): DeliveryFormError | null {
  const fault = nameFault(name);
  if (fault !== null) return nameErrors[fault];
  return [...name].length > fieldLimits.name ? "nameTooLong" : null;
}

function isOutside(text: string, most: number): boolean {
  const length = [...text].length;
  return length < 6 || length > most;
}

/** NNN-NNN-NNNN where it is ten digits of a North American number; otherwise as it was typed. */
function formatPhone(phone: string): string {
  const digits = phone.replace(/[\s().+-]/g, "").replace(/^1(?=\d{10}$)/, "");
  return /^\d{10}$/.test(digits) ? `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}` : phone;
}
