import type { Kind, RouteAccess } from "../access-table";
import type { Scene } from "../scene";

const readers = { host: ["owner", "editor", "analyst"], partner: ["owner", "editor", "analyst"] } as const;
const writers = { host: ["owner", "editor"], partner: ["owner", "editor"] } as const;

const delivery = ({ coalition }: Scene, kind: Kind) => ({ delivery: coalition[kind].delivery });
const commented = ({ coalition }: Scene, kind: Kind) => ({
  campaign: coalition[kind].campaign,
  id: coalition[kind].commented,
});
const endorsed =
  (which: "waiting" | "approved") =>
  ({ coalition }: Scene, kind: Kind) => ({
    campaign: coalition[kind].campaign,
    id: coalition[kind][which],
    reason: "It says nothing.",
  });

/** Documents for those who decide, and what is read before it is public. */
export const coalition: readonly RouteAccess[] = [
  {
    route: "portal.$organization.deliveries",
    loader: readers,
    deeds: {
      create: {
        ...writers,
        fields: (scene, kind) => ({ campaign: scene.coalition[kind].campaign, locale: "en" }),
      },
    },
  },
  {
    route: "portal.$organization.deliveries_.$delivery",
    params: delivery,
    loader: readers,
    deeds: { delete: writers, again: writers },
  },
  {
    route: "portal.$organization.deliveries_.$delivery_.$file",
    params: (scene, kind) => ({ ...delivery(scene, kind), file: "method.txt" }),
    loader: readers,
  },
  {
    route: "portal.$organization.deliveries_.comments",
    loader: writers,
    deeds: { approve: { ...writers, fields: commented }, reject: { ...writers, fields: commented } },
  },
  {
    route: "portal.$organization.endorsements",
    loader: readers,
    deeds: {
      approve: { ...writers, fields: endorsed("waiting") },
      reject: { ...writers, fields: endorsed("waiting") },
      hide: { ...writers, fields: endorsed("approved") },
    },
  },
];
