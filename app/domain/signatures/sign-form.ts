import { z } from "zod";
import { parseZip } from "../lawmakers/zip";
import { isCountryCode } from "../regions/country-codes";
import { isEmailAddress } from "./email-address";
import { SOURCE_FIELD, sourceTag } from "./source-tag";
import { cleanName, nameFault } from "./supporter-name";
import { usesZipCodes } from "./zip-countries";

/** Code of "prefer not to say", a user-assigned code of ISO 3166-1. */
export const UNKNOWN_COUNTRY = "ZZ";

/** A form as it was sent: `FormData`, or the query-like body of a plain form. */
export interface SentForm {
  get(name: string): unknown;
  getAll(name: string): unknown[];
}

/** What a ticked box may send; anything else is not a yes. */
const yes = new Set(["yes", "on", "true", "1"]);

const text = z.string().max(1_000).optional().default("");

const fields = z.object({
  name: text,
  email: text,
  country: text,
  postalCode: text,
  updates: text,
  partners: z.array(z.string().max(100)).max(50).default([]),
});

/** Each is a key below `errors` in `locales/<locale>/sign.json`. */
export type SignFormError =
  | "nameMissing"
  | "nameTooLong"
  | "nameLink"
  | "nameFormula"
  | "emailMissing"
  | "emailFaulty"
  | "countryMissing"
  | "zipFaulty"
  | "partnerUnknown";

export interface SignFormValues {
  name: string;
  email: string;
  country: string;
  postalCode: string;
  updates: boolean;
  partners: string[];
  /** Tag of the link that led here; null where there is none. */
  source: string | null;
}

export type SignFormErrors = Partial<Record<keyof SignFormValues, SignFormError>>;

const nameErrors = {
  missing: "nameMissing",
  tooLong: "nameTooLong",
  link: "nameLink",
  formula: "nameFormula",
} as const;

/**
 * Reads the sign form of the contract. Always gives back what was typed, so that a faulty form can be shown
 * again; `errors` is null when there is none.
 * @param offered slugs of the partners that the form names
 */
export function readSignForm(
  form: SentForm,
  offered: readonly string[],
): { values: SignFormValues; errors: SignFormErrors | null } {
  const one = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.slice(0, 1_000) : undefined;
  };
  const parsed = fields.safeParse({
    name: one("name"),
    email: one("email"),
    country: one("country"),
    postalCode: one("postalCode"),
    updates: one("updates"),
    partners: form.getAll("partners").filter((value) => typeof value === "string"),
  });
  const given = parsed.success
    ? parsed.data
    : fields.parse({
        ...Object.fromEntries(["name", "email", "country", "postalCode", "updates"].map((name) => [name, one(name)])),
        partners: [],
      });

  const values: SignFormValues = {
    name: cleanName(given.name),
    email: given.email.trim(),
    country: given.country.trim().toUpperCase(),
    postalCode: given.postalCode.trim(),
    updates: yes.has(given.updates),
    partners: [...new Set(given.partners)],
    source: sourceTag(form.get(SOURCE_FIELD)),
  };
  const errors = signFormErrors(values, offered);
  if (!parsed.success) errors.partners = "partnerUnknown";
  return { values, errors: Object.keys(errors).length > 0 ? errors : null };
}

function signFormErrors(values: SignFormValues, offered: readonly string[]): SignFormErrors {
  const errors: SignFormErrors = {};
  const fault = nameFault(values.name);
  if (fault) errors.name = nameErrors[fault];
  if (values.email === "") errors.email = "emailMissing";
  else if (!isEmailAddress(values.email)) errors.email = "emailFaulty";
  if (values.country !== UNKNOWN_COUNTRY && !isCountryCode(values.country)) errors.country = "countryMissing";
  if (values.postalCode !== "" && usesZipCodes(values.country) && parseZip(values.postalCode) === null) {
    errors.postalCode = "zipFaulty";
  }
  if (values.partners.some((slug) => !offered.includes(slug))) errors.partners = "partnerUnknown";
  return errors;
}
