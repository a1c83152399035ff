import { authorize } from "./authorize";
import type { Permission } from "./permissions";
import { type PortalActor, requireProof } from "./portal-actor";

/**
 * Who gives an order that both the portal and a command can give: somebody who signed in, whose roles are asked, or the
 * person named to a command, which only those can run who hold the machine.
 */
export type Orderer = PortalActor | string;

/**
 * Lets an order through, or stops it.
 * @returns the name that stands in the audit log
 * @throws {DomainError} notAllowed; proofNeeded for a grave order
 */
export function admitOrderer(
  ctx: { now(): Date },
  by: Orderer,
  { permission, isGrave = false }: { permission: Permission; isGrave?: boolean },
): string {
  if (typeof by === "string") return by;
  authorize(by, permission);
  if (isGrave) requireProof(ctx, by);
  return by.name;
}
