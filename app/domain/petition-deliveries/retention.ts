/** The files of a delivery, which may name people, are deleted this long after they were made. */
export const DELIVERY_FILE_DAYS = 90;
