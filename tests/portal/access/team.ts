import { everyRole, type Kind, type RouteAccess } from "../access-table";
import type { Scene } from "../scene";

const owners = { host: ["owner"], partner: ["owner"] } as const;
const all = { host: everyRole, partner: everyRole };
const readers = { host: everyRole, partner: ["owner", "editor", "translator", "analyst"] } as const;

const analystOf = ({ host, members }: Scene, kind: Kind) => (kind === "host" ? host : members).analyst.actor.userId;

const hostOwner = { host: ["owner"], partner: [] } as const;
const newPartner = {
  name: "Mto",
  slug: "mto",
  country: "KE",
  website: "https://mto.example",
  description: "Teaches data rights.",
  locale: "sw",
};

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
      passkey: { ...all, fields: () => ({ response: "" }) },
      mail: all,
      code: { ...all, fields: () => ({ request: "00000000-0000-4000-8000-000000000000", code: "123456" }) },
    },
  },
  {
    route: "portal.account",
    for: "signedIn",
    loader: all,
    deeds: { account: all, passkey: all, removePasskey: all, endSession: all, endOthers: all },
  },
  {
    route: "portal.$organization.partners",
    isHosts: true,
    loader: { host: ["owner", "editor", "legal_reviewer", "analyst"], partner: [] },
    deeds: {
      create: { ...hostOwner, fields: () => ({ ...newPartner, email: "somebody@example.org" }) },
      change: { ...hostOwner, fields: ({ partner }) => ({ partner: partner.id, status: "paused" }) },
      invite: { ...hostOwner, fields: ({ partner }) => ({ partner: partner.id, email: "somebody@example.org" }) },
    },
  },
  {
    route: "portal.$organization.agreement",
    loader: { host: ["owner", "editor", "legal_reviewer"], partner: ["owner", "editor", "analyst"] },
    deeds: {
      accept: { host: [], partner: ["owner"], fields: () => ({ version: "1", read: "yes" }) },
      withdraw: { host: [], partner: ["owner"] },
      publish: { host: ["owner", "legal_reviewer"], partner: [], fields: () => ({ en: "# Agreement" }) },
    },
  },
  {
    route: "portal.$organization.audit",
    loader: { host: ["owner", "legal_reviewer"], partner: ["owner"] },
    deeds: { verify: { host: ["owner", "legal_reviewer"], partner: ["owner"] } },
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
