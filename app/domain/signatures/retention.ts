/** How long a mailed link and its code work. */
export const CONFIRMATION_DAYS = 7;

/** Days after which an unconfirmed signature is deleted with all that hangs on it; the form and the mail promise it. */
export const UNCONFIRMED_DAYS = 14;

/** Days after its expiry at which a mailed link and what its form said are let go of. */
export const EXPIRED_LINK_DAYS = 30;

/** Days after which a withdrawn signature is deleted; its name goes at once. */
export const WITHDRAWN_DAYS = 14;

/** Days after signing at which the one reminder is due, and after which it would come too late to be of use. */
export const REMINDED_AFTER_DAYS = 2;
export const REMINDED_BEFORE_DAYS = 12;
