import { everyRole, type RouteAccess } from "../access-table";
import type { Scene } from "../scene";

const readers = { host: everyRole, partner: ["owner", "editor", "translator", "analyst"] } as const;
const writers = { host: ["owner", "editor"], partner: ["owner", "editor"] } as const;
const translators = {
  host: ["owner", "editor", "translator"],
  partner: ["owner", "editor", "translator"],
} as const;
const deciders = { host: ["owner", "editor"], partner: [] } as const;

const params = ({ workshop: { campaign } }: Scene) => ({ campaign });
const version = ({ workshop }: Scene) => ({ version: workshop.version });

/** Campaigns as their people work on them, and the host's yes. */
export const workshop: readonly RouteAccess[] = [
  { route: "portal.$organization.campaigns._index", loader: readers },
  {
    route: "portal.$organization.campaigns.new",
    loader: writers,
    deeds: {
      create: {
        ...writers,
        fields: () => ({ template: "company", title: "Kamera sokoni", slug: "kamera-sokoni", locale: "sw" }),
      },
    },
  },
  { route: "portal.$organization.campaigns.approvals", isHosts: true, loader: deciders },
  {
    route: "portal.$organization.campaigns.$campaign._index",
    params,
    loader: readers,
    deeds: {
      publish: writers,
      schedule: { ...writers, fields: () => ({ at: "2099-01-01T09:00" }) },
      unschedule: writers,
      // The host asks nobody.
      ask: { host: [], partner: writers.partner, fields: () => ({ note: "", at: "" }) },
      withdraw: writers,
      pause: writers,
      resume: writers,
      close: writers,
      archive: writers,
      restore: writers,
      "take-down": writers,
    },
  },
  {
    route: "portal.$organization.campaigns.$campaign.approval",
    isHosts: true,
    params,
    loader: deciders,
    deeds: {
      approve: { ...deciders, fields: ({ workshop: { fingerprint } }) => ({ seen: fingerprint }) },
      "send-back": { ...deciders, fields: () => ({ reason: "Name your source." }) },
    },
  },
  {
    route: "portal.$organization.campaigns.$campaign.settings",
    params,
    loader: readers,
    deeds: {
      settings: {
        ...writers,
        fields: (scene) => ({ ...version(scene), goal: "9000", timeZone: "Africa/Nairobi", countries: ["KE"] }),
      },
      wordings: { ...writers, fields: version },
    },
  },
  {
    route: "portal.$organization.campaigns.$campaign.look",
    params,
    loader: readers,
    deeds: {
      image: { ...writers, fields: version },
      "remove-image": { ...writers, fields: version },
      logo: { ...writers, fields: version },
      "remove-logo": { ...writers, fields: version },
      brand: { ...writers, fields: (scene) => ({ ...version(scene), shortName: "Mto", brandColour: "#0b5d3b" }) },
      alt: { ...writers, fields: ({ workshop: { alt } }) => ({ seen: alt, alt: "A stall at a market." }) },
    },
  },
  {
    route: "portal.$organization.campaigns.$campaign.pictures.$hash.$file",
    params: ({ workshop: { campaign, picture } }) => ({ campaign, ...picture }),
    loader: readers,
  },
  {
    route: "portal.$organization.campaigns.$campaign.versions",
    params,
    loader: readers,
    deeds: {
      undo: { ...writers, fields: () => ({ kind: "petition", locale: "en", to: "1" }) },
      // What a translator may write, they may also begin anew from an earlier version.
      restore: { ...translators, fields: () => ({ kind: "petition", locale: "en", from: "1" }) },
    },
  },
  {
    route: "portal.$organization.campaigns.$campaign.copy",
    params,
    loader: writers,
    deeds: {
      copy: { ...writers, fields: () => ({ title: "Kamera", slug: "kamera-nyingine", locale: "sw", country: "TZ" }) },
    },
  },
];
