/** What stops a use case. Each is a key of `locales/<locale>/errors.json` and has a status in `app/http/error-status.ts`. */
export const errorCodes = [
  "campaignNotFound",
  "countryNotFound",
  "districtNotFound",
  "lawmakerNotFound",
  "petitionNotOpen",
  "tokenNotFound",
  "zipNotFound",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export class DomainError extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
    this.name = "DomainError";
  }
}
