/**
 * What one network may tell in an hour, for each process. A room of forty people who call three offices each stays below.
 * Beyond it nothing is counted, and the page says so and leads on.
 */
export const CONTACTS_PER_HOUR = 120;
export const REPORTS_PER_HOUR = 30;
