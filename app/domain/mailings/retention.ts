/** Who got which mail is known for this long after a mailing has ended; its totals stay. */
export const DELIVERY_DAYS = 90;

/**
 * A written mail is not tried for longer than this: the mail service knows a key for a day, and whoever asked again after
 * that might send it twice.
 */
export const WRITTEN_MAIL_HOURS = 20;
