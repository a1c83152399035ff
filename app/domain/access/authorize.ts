import type { Actor } from "../content/actor";
import { DomainError } from "../errors";
import { type Permission, permissionsOf } from "./permissions";

/** Whether a member may do something for the organization in whose name they act. */
export function may(actor: Pick<Actor, "organization" | "roles">, permission: Permission): boolean {
  return actor.roles.some((role) => permissionsOf(actor.organization.kind, role).includes(permission));
}

/**
 * Stops who may not do something. Every use case of the portal calls this before it reads or writes anything.
 * @param owner what the thing belongs to: a partner's id, or null for the host's own. The host's people may act on every
 *   partner's things, where the permission is theirs; a partner's only on its own. Left out where it is about the
 *   actor's own organization.
 * @throws {DomainError} notFound for another organization's thing, so that nobody learns whether it exists;
 *   notAllowed where the role does not hold the permission
 */
export function authorize(
  actor: Pick<Actor, "organization" | "roles">,
  permission: Permission,
  owner?: { partnerId: string | null },
): void {
  const { organization } = actor;
  if (owner !== undefined && organization.kind === "partner" && organization.id !== owner.partnerId) {
    throw new DomainError("notFound");
  }
  if (!may(actor, permission)) throw new DomainError("notAllowed");
}

/** The partner for whom somebody acts; null for the host. */
export function partnerIdOf(actor: Pick<Actor, "organization">): string | null {
  return actor.organization.kind === "partner" ? actor.organization.id : null;
}
