import "i18next";
import type calls from "~locales/en/calls.json";
import type confirm from "~locales/en/confirm.json";
import type deliver from "~locales/en/deliver.json";
import type delivered from "~locales/en/delivered.json";
import type districtFinder from "~locales/en/district-finder.json";
import type endorse from "~locales/en/endorse.json";
import type errors from "~locales/en/errors.json";
import type landing from "~locales/en/landing.json";
import type lawmakers from "~locales/en/lawmakers.json";
import type mail from "~locales/en/mail.json";
import type portal from "~locales/en/portal.json";
import type portalDeliveries from "~locales/en/portal-deliveries.json";
import type portalEndorsements from "~locales/en/portal-endorsements.json";
import type portalMail from "~locales/en/portal-mail.json";
import type portalNumbers from "~locales/en/portal-numbers.json";
import type portalRouting from "~locales/en/portal-routing.json";
import type portalSupporters from "~locales/en/portal-supporters.json";
import type principles from "~locales/en/principles.json";
import type search from "~locales/en/search.json";
import type sign from "~locales/en/sign.json";
import type site from "~locales/en/site.json";
import type takeAction from "~locales/en/take-action.json";
import type unsubscribe from "~locales/en/unsubscribe.json";
import type updates from "~locales/en/updates.json";
import type where from "~locales/en/where.json";
import type write from "~locales/en/write.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "site";
    resources: {
      calls: typeof calls;
      confirm: typeof confirm;
      deliver: typeof deliver;
      delivered: typeof delivered;
      "district-finder": typeof districtFinder;
      endorse: typeof endorse;
      errors: typeof errors;
      landing: typeof landing;
      lawmakers: typeof lawmakers;
      mail: typeof mail;
      portal: typeof portal;
      "portal-deliveries": typeof portalDeliveries;
      "portal-endorsements": typeof portalEndorsements;
      "portal-mail": typeof portalMail;
      "portal-numbers": typeof portalNumbers;
      "portal-routing": typeof portalRouting;
      "portal-supporters": typeof portalSupporters;
      sign: typeof sign;
      site: typeof site;
      "take-action": typeof takeAction;
      unsubscribe: typeof unsubscribe;
      write: typeof write;
      where: typeof where;
      updates: typeof updates;
      search: typeof search;
      principles: typeof principles;
    };
  }
}
