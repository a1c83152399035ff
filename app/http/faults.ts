import type { ErrorCode } from "~/domain/errors";

/** Reasons to refuse that are not the domain's. */
export type FaultCode =
  | "badRequest"
  | "bodyTooLarge"
  | "crossSite"
  | "databaseAway"
  | "factsExpired"
  | "fault"
  | "localeNotFound"
  | "methodNotAllowed"
  | "pageNotFound"
  | "readOnly"
  | "signaturesPaused"
  | "tooBusy";

/** The status of every error; one without a status does not compile. Its words stand in `errors.json`. */
export const errorStatus: Record<ErrorCode | FaultCode, number> = {
  agreementMissing: 403,
  badRequest: 400,
  bodyTooLarge: 413,
  campaignNotFound: 404,
  countryNotFound: 404,
  crossSite: 403,
  databaseAway: 503,
  districtNotFound: 404,
  factsExpired: 503,
  fault: 500,
  lawmakerNotFound: 404,
  localeNotFound: 404,
  methodNotAllowed: 405,
  notAllowed: 403,
  notFound: 404,
  pageNotFound: 404,
  petitionNotOpen: 409,
  principleNotFound: 404,
  proofNeeded: 403,
  readOnly: 503,
  signaturesPaused: 503,
  tokenNotFound: 404,
  tooBusy: 503,
  updateNotFound: 404,
  zipNotFound: 404,
};

export function isKnownError(code: string): code is PageError["code"] {
  return Object.hasOwn(errorStatus, code);
}

/** Seconds after which to ask again, for every error with status 503. A person switches these two, so they take longer. */
export function retryAfterSeconds(code: string | undefined): number {
  return code === "readOnly" || code === "signaturesPaused" ? 60 : 10;
}

/** What an error page knows of the error. */
export interface PageError {
  code: ErrorCode | FaultCode;
  /** Short reference that stands in the log as well. */
  reference?: string;
}
