import { everyRole, type Kind, type RouteAccess } from "../access-table";
import type { Scene } from "../scene";

const owners = { host: ["owner"], partner: ["owner"] } as const;
const all = { host: everyRole, partner: everyRole };
const readers = { host: everyRole, partner: ["owner", "editor", "translator", "analyst"] } as const;

const analystOf = ({ host, members }: Scene, kind: Kind) => (kind === "host" ? host : members).analyst.actor.userId;

/** Signing in, and who works for an organization. */
export const team: readonly RouteAccess[] = [
  { route: "portal", for: "everybody", loader: all },
  { route: "portal._index", for: "signedIn", loader: all },
  { route: "portal.sign-in._index", for: "everybody", loader: all },
  { route: "portal.sign-in.$token", for: "everybody", loader: all, params: () => ({ token: "none" }) },
  { route: "portal.sign-out", for: "everybody", loader: all },
  { route: "portal.invitations.$token", for: "everybody", loader: all, params: () => ({ token: "none" }) },
  {
    route: "portal.prove",
    for: "signedIn",
    loader: all,
    deeds: {
      mail: all,
      code: { ...all, fields: () => ({ request: "00000000-0000-4000-8000-000000000000", code: "123456" }) },
    },
  },
  { route: "portal.$organization", loader: all },
  { route: "portal.$organization._index", loader: all },
  {
    route: "portal.$organization.members",
    loader: readers,
    deeds: {
      invite: { ...owners, fields: () => ({ email: "somebody@example.org", roles: ["analyst"] }) },
      revoke: { ...owners, fields: ({ invitation }, kind) => ({ invitation: invitation[kind] }) },
      roles: { ...owners, fields: (scene, kind) => ({ user: analystOf(scene, kind), roles: ["editor"] }) },
      end: { ...owners, fields: (scene, kind) => ({ user: analystOf(scene, kind) }) },
    },
  },
];
