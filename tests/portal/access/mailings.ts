import type { Kind, RouteAccess } from "../access-table";
import type { Scene } from "../scene";

const writers = { host: ["owner", "editor"], partner: ["owner", "editor"] } as const;

const mailing = (scene: Scene, kind: Kind) => ({ mailing: scene.mailing[kind].draft });
const words = { subject: "What became of it", body: "The committee met." };

/** Who writes to supporters. */
export const mailings: readonly RouteAccess[] = [
  { route: "portal.$organization.mailings", loader: writers },
  {
    route: "portal.$organization.mailings_.new",
    loader: writers,
    deeds: {
      create: {
        ...writers,
        fields: () => ({
          ...words,
          key: "00000000-0000-4000-8000-000000000002",
          name: "May",
          source: "en",
          postalAddress: "",
        }),
      },
    },
  },
  {
    route: "portal.$organization.mailings_.$mailing",
    params: mailing,
    loader: writers,
    deeds: {
      save: { ...writers, fields: () => ({ ...words, locale: "es", was: "" }) },
      remove: { ...writers, fields: () => ({ locale: "es" }) },
      change: { ...writers, fields: () => ({ name: "June", source: "en", postalAddress: "" }) },
      test: { ...writers, fields: () => ({ locale: "en" }) },
      send: writers,
      schedule: { ...writers, fields: () => ({ at: "2199-01-01T09:00", zone: "Africa/Nairobi" }) },
      unschedule: writers,
      pause: writers,
      resume: writers,
      cancel: writers,
    },
  },
  {
    route: "portal.$organization.mailings_.$mailing_.preview.$locale",
    params: (scene, kind) => ({ ...mailing(scene, kind), locale: "en" }),
    loader: writers,
  },
];
