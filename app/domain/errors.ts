/** What stops a use case. Each is a key of `locales/<locale>/errors.json` and has a status in `app/http/error-status.ts`. */
export const errorCodes = [
  "agreementMissing",
  "campaignNotFound",
  "countryNotFound",
  "districtNotFound",
  "lawmakerNotFound",
  "notAllowed",
  "notFound",
  "petitionNotOpen",
  "principleNotFound",
  "proofNeeded",
  "tokenNotFound",
  "updateNotFound",
  "zipNotFound",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export class DomainError extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
    this.name = "DomainError";
  }

  /**
   * Told by its name: the built pages hold a copy of this class, and what the server in front throws must be the same
   * to them.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "DomainError" && "code" in value;
  }
}
