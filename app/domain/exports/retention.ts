/** A file that nobody downloads is deleted after this. */
export const EXPORT_HOURS = 24;
/** Downloads that may be begun, until one of them has come to its end. */
export const DOWNLOAD_TRIES = 3;
/** After this, a download that has said nothing of itself counts as interrupted. */
export const DOWNLOAD_SILENCE_MINUTES = 5;
/** Files of one organization that may be in the making or wait to be downloaded. */
export const OPEN_EXPORTS = 3;
/** Work that has not come to its end by then never will. */
export const UNFINISHED_EXPORT_DAYS = 7;
/** What was exported, when and why is kept for this long, without the rows. */
export const EXPORT_RECORD_DAYS = 365;
export const ENCRYPTION_KEYS_AT_MOST = 5;
