import type mailWords from "~locales/en/mail.json";
import type portalMailWords from "~locales/en/portal-mail.json";

type WithoutPlural<Key extends string> =
  Key extends `${infer Stem}_${"zero" | "one" | "two" | "few" | "many" | "other"}` ? Stem : Key;

type Keys<Words, Path extends string = ""> = {
  [Key in keyof Words & string]: Words[Key] extends string
    ? `${Path}${WithoutPlural<Key>}`
    : Keys<Words[Key], `${Path}${Key}.`>;
}[keyof Words & string];

/** A sentence of `locales/<locale>/mail.json`. */
export type MailKey = Keys<typeof mailWords>;

/** Gives a sentence in the mail's own locale. It must not escape what is inserted: React does that. */
export type Translate = (key: MailKey, values?: Record<string, string | number>) => string;

/** A sentence of `locales/<locale>/portal-mail.json`. */
export type PortalMailKey = Keys<typeof portalMailWords>;

/** As {@link Translate}, for mails to those who work in the portal. */
export type TranslatePortalMail = (key: PortalMailKey, values?: Record<string, string | number>) => string;
