import { memberRoles } from "~db/schema/users";

/** Roles as the portal gives them. `legal_reviewer` means something for the host only. */
export const roles = memberRoles;

export type Role = (typeof roles)[number];

/** Who takes a step on a text, and for whom. */
export interface Actor {
  /** A user's id, or the person named to a command: what stands in `written_by` and in the audit log. */
  name: string;
  organization: { kind: "host" } | { kind: "partner"; id: string };
  roles: readonly Role[];
}
