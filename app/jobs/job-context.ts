import type { i18n } from "i18next";
import type { MailDomains } from "~/domain/abuse/mail-domains";
import type { Context } from "~/domain/context";
import type { CwcChannel } from "~/domain/deliveries/cwc-channel";
import type { FactsSource } from "~/domain/lawmakers/facts.server";
import type { LinkChecker } from "~/domain/partner-actions/link-checker";
import type { Locale } from "~/i18n/locales";
import type { Log } from "~/services/log.server";
import type { Mailer } from "~/services/mailer";

/** What a job works with. */
export interface JobContext extends Context {
  mailer: Mailer;
  mailDomains: MailDomains;
  /** Null without credentials. */
  cwc: CwcChannel | null;
  facts: FactsSource;
  links: LinkChecker;
  translator(locale: Locale): i18n;
  /** Where the site is reached, for links in mails: `https://example.org`. */
  origin(): string;
  /** Where the facts about Congress are renewed from: a folder or an address; null where nobody asked for it. */
  congressSyncFrom: string | null;
  log: Log;
}
