import type { Role } from "~/domain/content/actor";
import type { Scene } from "./scene";

/** Roles for which something is allowed, at the host and at the partner whose thing it is. */
export interface Allowed {
  host: readonly Role[];
  partner: readonly Role[];
}

/** Whose address somebody is at: mostly the things there are the partner's, whoever looks. */
export type Kind = "host" | "partner";

/** What a form sends; a list sends its field several times. */
export type Fields = Record<string, string | readonly string[]>;

/** Who may open one page of the portal and press each of its buttons. */
export interface RouteAccess {
  /** File of the route below `app/routes`, without its ending. */
  route: string;
  /** `everybody`: nobody needs to be signed in. `signedIn`: no organization is in the address. */
  for?: "everybody" | "signedIn";
  /** Parts of the address besides the organization: ids and names of the partner's things of the scene. */
  params?: (scene: Scene, kind: Kind) => Record<string, string>;
  /** `?a=b` */
  search?: (scene: Scene) => string;
  /** Null: there is nothing to look at. */
  loader: Allowed | null;
  deeds?: Record<string, Allowed & { fields?: (scene: Scene, kind: Kind) => Fields }>;
  /** The host's things, to which no partner comes: there it is 404 or 403 for each of its roles. */
  isHosts?: boolean;
}

export const everyRole: readonly Role[] = ["owner", "editor", "legal_reviewer", "translator", "analyst"];
export const nobody: Allowed = { host: [], partner: [] };
