import { useTranslation } from "react-i18next";

/** Every error code of a field of the portal's forms. */
export const fieldErrorCodes = [
  "actionsMissing",
  "agreementUnread",
  "altMissing",
  "altOutdated",
  "bodyMissing",
  "buttonMissing",
  "closesBeforeOpens",
  "codeFaulty",
  "colourFaulty",
  "colourPale",
  "columnsMissing",
  "countriesTooMany",
  "countryUnknown",
  "criteriaMissing",
  "dayFaulty",
  "domainFaulty",
  "emailFaulty",
  "emailMissing",
  "endsBeforeStarts",
  "everybodyTwice",
  "fileMissing",
  "goalFaulty",
  "govLinkFaulty",
  "keyFaulty",
  "keyIsSecret",
  "keyMissing",
  "labelMissing",
  "linkFaulty",
  "linkInsecure",
  "linkPort",
  "linkPrivate",
  "linkWithPassword",
  "localeUnknown",
  "momentFaulty",
  "momentPast",
  "nameMissing",
  "nameTooLong",
  "noteMissing",
  "noteWithAddress",
  "outdated",
  "partnerMissing",
  "periodBackwards",
  "periodFaulty",
  "periodTooLong",
  "phoneFaulty",
  "pictureInMail",
  "pictureInvisible",
  "pictureTooLarge",
  "pictureUnknownFormat",
  "pictureUnreadable",
  "placesMissing",
  "reasonMissing",
  "reasonOfHostMissing",
  "required",
  "rolesMissing",
  "rulesFull",
  "slugFaulty",
  "slugTaken",
  "subjectMissing",
  "summaryMissing",
  "sureMissing",
  "templateMissing",
  "textOutdated",
  "textUnreadable",
  "timeZoneUnknown",
  "titleMissing",
  "tooLong",
  "whyMissing",
  "wordingUnknown",
] as const;

type FieldErrorCode = (typeof fieldErrorCodes)[number];

function isFieldErrorCode(code: string): code is FieldErrorCode {
  return fieldErrorCodes.some((one) => one === code);
}

/** The words of a field's error; a code that has none is said to be a missing or wrong entry. */
export function useFieldErrors(errors: Record<string, string> | null | undefined) {
  const { t } = useTranslation("portal");
  const wordsOf = (code: string) => t(`fieldErrors.${isFieldErrorCode(code) ? code : "required"}`);
  return {
    errorOf: (field: string) => {
      const code = errors?.[field];
      return code === undefined ? undefined : wordsOf(code);
    },
    summary: Object.entries(errors ?? {}).map(([field, code]) => ({ field, message: wordsOf(code) })),
  };
}
