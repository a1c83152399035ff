/** A mailed link or code to sign in. */
export const SIGN_IN_MINUTES = 30;
/** Guesses at a mailed code. */
export const CODE_ATTEMPTS = 5;
/** Mails to sign in that an address gets in an hour; more requests are answered alike and send nothing. */
export const SIGN_IN_MAILS_PER_HOUR = 5;
/** Requests from one network in an hour. */
export const SIGN_IN_REQUESTS_PER_HOUR = 60;
/** A device is signed out after this, however often it is used … */
export const SESSION_DAYS = 30;
/** … and after this without being used. */
export const SESSION_IDLE_DAYS = 7;
export const INVITATION_DAYS = 7;
/** Rows about signing in are deleted after this. */
export const SIGN_IN_TRACES_DAYS = 30;
