/** The day of the public directory that the names of laws and authorities of countries are from, as YYYY-MM-DD. */
export const DIRECTORY_AS_OF = "2026-03-30";

/** The one law that many countries share, as the directory names it. It has an official name in other languages too. */
export const GDPR_NAME = "General Data Protection Regulation (GDPR)";
