/** A mail on its way to one person, in both forms. */
export interface OutgoingMail {
  to: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
}

/** `reason` names the kind of error and its HTTP status; it holds no address and nothing of the mail. */
export type SendOutcome =
  | { result: "sent"; providerId: string }
  /** The same mail may go through later, not before `afterMs` milliseconds when that is given. */
  | { result: "retry"; reason: string; afterMs?: number }
  /** The same mail will never go through. */
  | { result: "refused"; reason: string };

export interface Mailer {
  /**
   * Sends at most one mail for a key, however often it is called with it; a repetition must carry the same
   * bytes. Never throws for what the outside does.
   */
  send(mail: OutgoingMail & { idempotencyKey: string }): Promise<SendOutcome>;
}
