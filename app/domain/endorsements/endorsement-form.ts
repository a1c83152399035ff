import { cleanComment } from "../public-signatures/clean-comment";
import { isCountryCode } from "../regions/country-codes";
import { isEmailAddress } from "../signatures/email-address";
import type { SentForm } from "../signatures/sign-form";
import { cleanName } from "../signatures/supporter-name";
import { type EndorsementContent, type EndorsementKind, endorsementKinds } from "./endorsement-content";
import { endorsementLengths } from "./endorsement-lengths";
import { isFreeMail, isOwnDomain, readWebsite } from "./own-domain";

/** What the form held, as it was typed but clean. */
export interface EndorsementValues extends EndorsementContent {
  kind: string;
  country: string;
  email: string;
  publish: boolean;
}

/** Each is a key below `errors` in `endorse.json`. */
export type EndorsementError =
  | "kindMissing"
  | "nameMissing"
  | "tooLong"
  | "affiliationMissing"
  | "countryMissing"
  | "sentenceTooLong"
  | "emailMissing"
  | "emailFaulty"
  | "emailFree"
  | "emailElsewhere"
  | "websiteMissing"
  | "websiteFaulty"
  | "publishMissing";

export type EndorsementErrors = Partial<Record<keyof EndorsementValues, EndorsementError>>;

/** A form without faults. */
export interface ReadEndorsement {
  kind: EndorsementKind;
  country: string;
  email: string;
  content: EndorsementContent;
}

const yes = new Set(["yes", "on", "true", "1"]);

/** Reads the form; always gives back what was typed. */
export function readEndorsementForm(form: Pick<SentForm, "get">): {
  values: EndorsementValues;
  errors: EndorsementErrors | null;
  read: ReadEndorsement | null;
} {
  const one = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.slice(0, 5_000) : "";
  };
  const values: EndorsementValues = {
    kind: one("kind"),
    name: cleanName(one("name")),
    affiliation: cleanName(one("affiliation")),
    role: cleanName(one("role")),
    country: one("country").trim().toUpperCase(),
    sentence: cleanComment(one("sentence")).replaceAll("\n", " "),
    website: one("website").trim(),
    email: one("email").trim(),
    publish: yes.has(one("publish")),
  };
  const errors = faultsOf(values);
  const kind = endorsementKinds.find((known) => known === values.kind);
  if (kind === undefined || Object.keys(errors).length > 0) return { values, errors, read: null };
  const isOrganization = kind === "organization";
  return {
    values,
    errors: null,
    read: {
      kind,
      country: values.country,
      email: values.email,
      content: {
        name: values.name,
        // An organization is nobody's; who filled in the form stays out of what is published.
        affiliation: isOrganization ? "" : values.affiliation,
        role: isOrganization ? "" : values.role,
        sentence: values.sentence,
        website: values.website === "" ? "" : (readWebsite(values.website) ?? ""),
      },
    },
  };
}

function faultsOf(values: EndorsementValues): EndorsementErrors {
  const errors: EndorsementErrors = {};
  const isOrganization = values.kind === "organization";
  const isPerson = !isOrganization && endorsementKinds.some((kind) => kind === values.kind);
  if (!isOrganization && !isPerson) errors.kind = "kindMissing";
  if (!/[\p{L}\p{N}]/u.test(values.name)) errors.name = "nameMissing";
  if (isPerson && values.affiliation === "") errors.affiliation = "affiliationMissing";
  for (const field of ["name", "affiliation", "role"] as const) {
    if ([...values[field]].length > endorsementLengths[field]) errors[field] = "tooLong";
  }
  if (!isCountryCode(values.country)) errors.country = "countryMissing";
  if ([...values.sentence].length > endorsementLengths.sentence) errors.sentence = "sentenceTooLong";
  if (!values.publish) errors.publish = "publishMissing";

  const website = values.website === "" ? null : readWebsite(values.website);
  if (values.website !== "" && (website === null || website.length > endorsementLengths.website)) {
    errors.website = "websiteFaulty";
  } else if (isOrganization && values.website === "") errors.website = "websiteMissing";

  if (values.email === "") errors.email = "emailMissing";
  else if (!isEmailAddress(values.email)) errors.email = "emailFaulty";
  else if (isOrganization && isFreeMail(values.email)) errors.email = "emailFree";
  else if (isOrganization && website !== null && !isOwnDomain(values.email, website)) errors.email = "emailElsewhere";
  return errors;
}
