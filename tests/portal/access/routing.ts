import type { Kind, RouteAccess } from "../access-table";
import type { Scene } from "../scene";

const readers = {
  host: ["owner", "editor", "legal_reviewer", "translator", "analyst"],
  partner: ["owner", "editor", "translator", "analyst"],
} as const;
const writers = { host: ["owner", "editor"], partner: ["owner", "editor"] } as const;

const campaign = ({ routing }: Scene, kind: Kind) => ({ campaign: routing[kind].campaign });
const action = (scene: Scene, kind: Kind) => ({ ...campaign(scene, kind), action: scene.routing[kind].action });
const rule = ({ routing }: Scene, kind: Kind) => ({ rule: routing[kind].rule });
const text = { title: "Write", summary: "Short", body: "Long", cta: "Write", locale: "en" };
const facts = { kind: "petition", link: "https://soko.example.org/", countries: ["KE", "TZ"] };

/** Actions of a campaign, and who is offered them. */
export const routing: readonly RouteAccess[] = [
  {
    route: "portal.$organization.campaigns_.$campaign_.actions",
    params: campaign,
    loader: readers,
    deeds: {
      up: { ...writers, fields: (scene, kind) => ({ action: scene.routing[kind].action }) },
      down: { ...writers, fields: (scene, kind) => ({ action: scene.routing[kind].action }) },
    },
  },
  {
    route: "portal.$organization.campaigns_.$campaign_.actions_.new",
    params: campaign,
    loader: writers,
    deeds: {
      create: {
        ...writers,
        fields: () => ({ ...text, ...facts, id: "0194a1b2-0000-7000-8000-00000000000a", partner: "" }),
      },
    },
  },
  {
    route: "portal.$organization.campaigns_.$campaign_.actions_.$action",
    params: action,
    loader: readers,
    deeds: {
      change: { ...writers, fields: () => ({ ...facts, seen: "" }) },
      saveText: { ...writers, fields: () => ({ ...text, number: "1", sha256: "", sourceNumber: "" }) },
      submitText: { ...writers, fields: () => ({ locale: "en", number: "1" }) },
      approveText: { ...writers, fields: () => ({ locale: "en", number: "1" }) },
      sendBackText: { ...writers, fields: () => ({ locale: "en", number: "1" }) },
      checkLink: writers,
      retire: { ...writers, fields: () => ({ sure: "yes" }) },
      restore: writers,
    },
  },
  {
    route: "portal.$organization.campaigns_.$campaign_.routing",
    params: campaign,
    search: () => "?country=KE&locale=en",
    loader: readers,
    deeds: {
      save: {
        ...writers,
        fields: (scene, kind) => ({ ...rule(scene, kind), seen: "", whom: "places", place: ["KE"], withUsual: "yes" }),
      },
      up: { ...writers, fields: rule },
      down: { ...writers, fields: rule },
      remove: { ...writers, fields: rule },
    },
  },
];
