/** How long the mailed link that hands messages over works; then what was typed is wiped. */
export const DELIVERY_LINK_DAYS = 7;

/** Days after its end at which a message that was accepted is wiped, with the name and address. */
export const DELIVERED_DAYS = 30;

/** How long it is known, by a hash, that a mailbox has written to an office, so that nobody writes to it twice. */
export const DUPLICATE_DAYS = 365;

/** How long a gateway that does not answer is asked again before a message is given up. */
export const PATIENCE_DAYS = 3;

/** Requests of one mailbox in one campaign and day that get a mail, and of one network that are taken. */
export const requestLimits = { perMailboxAndDay: 5, perNetworkAndDay: 60 } as const;
