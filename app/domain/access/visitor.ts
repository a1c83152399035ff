import type { Role } from "../content/actor";

/** An organization that somebody is a member of. */
export interface Membership {
  /** Null for the host. */
  partnerId: string | null;
  /** `host`, or the partner's slug: as it stands in the portal's addresses. */
  slug: string;
  name: string;
  status: "active" | "paused" | "closed";
  roles: readonly Role[];
}

/** Who is signed in on a device. */
export interface PortalVisitor {
  userId: string;
  sessionId: string;
  /** As colleagues see it. */
  name: string;
  email: string;
  locale: string;
  provenAt: Date;
  /** The host first, partners by name. */
  memberships: readonly Membership[];
}

/** The address of the host's part of the portal. No partner has this slug. */
export const HOST_SLUG = "host";
