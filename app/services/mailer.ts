/** A mail on its way to one person, in both forms. */
export interface OutgoingMail {
  to: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
}

/** Mails for one call. */
export const MOST_MAILS_IN_BATCH = 100;

/** `reason` names the kind of error and its HTTP status; it holds no address and nothing of the mail. */
export type SendFault =
  /** The same mail may go through later, not before `afterMs` milliseconds when that is given. */
  | { result: "retry"; reason: string; afterMs?: number }
  /** Too much was asked of the service: nothing was sent, and nothing will be before `afterMs` milliseconds. */
  | { result: "limited"; reason: string; afterMs: number }
  /** The service does not let us in (its key, its domain): the trouble is the installation's, not the mail's. */
  | { result: "locked-out"; reason: string }
  /** The key is known to the service with other bytes: what was sent under it before was accepted. */
  | { result: "taken"; reason: string }
  /** The same mail will never go through; nothing was sent. */
  | { result: "refused"; reason: string };

export type SendOutcome = SendFault | { result: "sent"; providerId: string };
export type BatchOutcome = SendFault | { result: "sent"; providerIds: string[] };

export interface SendOptions {
  /** Ends the call without an answer. The mail may have gone out all the same: the outcome is "retry". */
  signal?: AbortSignal;
}

export interface Mailer {
  /**
   * Sends at most one mail for a key, however often it is called with it; a repetition must carry the same
   * bytes. Never throws for what the outside does.
   */
  send(mail: OutgoingMail & { idempotencyKey: string }, options?: SendOptions): Promise<SendOutcome>;

  /**
   * Sends up to `MOST_MAILS_IN_BATCH` mails in one call, all or none, at most once for a key. A repetition must
   * carry the same mails in the same order.
   */
  sendBatch(
    batch: { mails: readonly OutgoingMail[]; idempotencyKey: string },
    options?: SendOptions,
  ): Promise<BatchOutcome>;

  /**
   * Waits until the service will take another call, as far as its answers tell.
   * @returns false when `signal` ended the waiting
   */
  turn(signal: AbortSignal): Promise<boolean>;
}
