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
  | "pageNotFound";

/** The status of every error; one without a status does not compile. Its words stand in `errors.json`. */
export const errorStatus: Record<ErrorCode | FaultCode, number> = {
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
  pageNotFound: 404,
  petitionNotOpen: 409,
  tokenNotFound: 404,
  zipNotFound: 404,
};

/** What an error page knows of the error. */
export interface PageError {
  code: ErrorCode | FaultCode;
  /** Short reference that stands in the log as well. */
  reference?: string;
}
