/** Languages in which a message to an office can be written. */
export const messageLanguages = ["en", "es"] as const;

export type MessageLanguage = (typeof messageLanguages)[number];
