/** How long a mailed link confirms. */
export const ENDORSEMENT_LINK_DAYS = 7;
/** How long a mailed link shows and removes; a new one is had by asking. */
export const ENDORSEMENT_MANAGE_DAYS = 90;
/** How long an expired link still says that it has expired. */
export const EXPIRED_LINK_DAYS = 60;
/** What nobody confirmed is deleted after this. */
export const UNCONFIRMED_ENDORSEMENT_DAYS = 14;
/** What the campaign turned down is deleted after this. */
export const REJECTED_ENDORSEMENT_DAYS = 90;
/** What its author removed is emptied at once; the empty row says so for this long. */
export const REMOVED_ENDORSEMENT_DAYS = 30;
/** What is public stays until this long after the petition has closed. */
export const AFTER_CLOSING_DAYS = 365;

/** Forms from one network in an hour. */
export const ENDORSEMENTS_PER_HOUR = 20;
/** Mails that one mailbox gets by forms within a day; more forms are answered alike and send nothing. */
export const ENDORSEMENT_MAILS_PER_DAY = 5;
