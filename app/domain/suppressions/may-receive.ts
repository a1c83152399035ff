/** Why an address gets no mail. */
export type SuppressionReason = "bounced" | "complained" | "unsubscribed";

/**
 * What a mail is. `asked`: its reader just did something that it answers, such as signing. `bulk`: what nobody
 * asked for by a deed of their own, such as reminders. `agreed`: to whom its reader said yes by name; whoever writes it
 * has seen that the mailbox did not unsubscribe after that yes.
 */
export type MailKind = "asked" | "bulk" | "agreed";

/**
 * Whether a mail may go to an address. One that refused our mail, or called it spam, gets none at all; who
 * unsubscribed still gets what they ask for.
 */
export function mayReceive(kind: MailKind, reasons: ReadonlySet<SuppressionReason> | undefined): boolean {
  if (!reasons) return true;
  if (reasons.has("bounced") || reasons.has("complained")) return false;
  return kind !== "bulk" || !reasons.has("unsubscribed");
}
