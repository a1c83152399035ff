import type { mailings } from "~db/schema/mailings";

/**
 * Share of readers who may call a mailing spam. Gmail and Yahoo refuse senders at 0.3 % (Email sender guidelines,
 * February 2024), which would keep back everybody's confirmations, too.
 */
export const COMPLAINT_LIMIT = 0.003;

/** One complaint is an accident: among a few hundred readers it would be over the limit by itself. */
export const FEWEST_COMPLAINTS = 2;

type Counts = Pick<
  typeof mailings.$inferSelect,
  "sent" | "bounced" | "complained" | "excusedComplaints" | "excusedDelivered"
>;

/** Mails that reached a mailbox, as far as we heard. */
export function deliveredOf({ sent, bounced }: Pick<Counts, "sent" | "bounced">): number {
  return Math.max(sent - bounced, 0);
}

/** Whether so many readers complained that a mailing must stop. What the host has excused is not counted again. */
export function isOverComplaintLimit(counts: Counts): boolean {
  const complaints = counts.complained - counts.excusedComplaints;
  const delivered = Math.max(deliveredOf(counts) - counts.excusedDelivered, complaints);
  return complaints >= FEWEST_COMPLAINTS && complaints / delivered > COMPLAINT_LIMIT;
}
