import type { i18n } from "i18next";
import type { Networks } from "~/domain/abuse/network-hash.server";
import type { NetworkLimit } from "~/domain/abuse/network-limit.server";
import type { Context } from "~/domain/context";
import type { CountsSource } from "~/domain/counting/counts-source.server";
import type { CwcChannel } from "~/domain/deliveries/cwc-channel";
import type { Geocoder } from "~/domain/lawmakers/address-form";
import type { FactsSource } from "~/domain/lawmakers/facts.server";
import type { TakeSignForm } from "~/domain/signatures/take-sign-form.server";
import type { SwitchesSource } from "~/domain/switches/switches-source.server";
import type { Locale } from "~/i18n/locales";
import type { Log } from "~/services/log.server";
import type { WebhookVerifier } from "~/services/resend-webhook.server";
import type { FaultCode } from "./faults";
import type { IslandUrls } from "./island-urls.server";
import type { PortalVisit } from "./portal/portal-visit.server";

/** What every loader and action receives from the server in front of the framework. */
export interface LoadContext {
  ctx: Context;
  facts: FactsSource;
  counts: CountsSource;
  switches: SwitchesSource;
  /** Communicating with Congress; null without credentials. */
  cwc: CwcChannel | null;
  networks: Networks;
  log: Log;
  /** Null without `GEOCODER_URL`. */
  geocoder: Geocoder | null;
  /** Null without `RESEND_WEBHOOK_SECRET`. */
  mailWebhook: WebhookVerifier | null;
  translator(locale: Locale): i18n;
  takeSignForm: TakeSignForm;
  /** The visitor's IP address; for a keyed hash, never to be kept. */
  address: string | undefined;
  /** How often a network may do what everybody may. */
  networkLimit: NetworkLimit;
  islands: IslandUrls;
  origin: string;
  isDemo: boolean;
  /** Mail goes to the local mailbox, so its pages are open. */
  hasLocalMailbox: boolean;
  /** The browser sent `Sec-GPC: 1`. */
  gpc: boolean;
  /** Who is signed in to the portal; nobody outside of its pages, to which no cookie is sent. */
  portal: PortalVisit;
  /** The server refused the request; the framework only shows the page that says so. */
  fault: FaultCode | null;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends LoadContext {}
  interface Future {
    v3_singleFetch: true;
  }
}
