import type { contentKinds } from "~db/schema/content-items";
import type { Actor, Role } from "./actor";

type Kind = (typeof contentKinds)[number];

/** What can be done with a text. `create` makes a new item; `readdress` gives it another slug. */
export const steps = [
  "create",
  "save",
  "submit",
  "sendBack",
  "approve",
  "approveLegally",
  "publish",
  "publishUnreviewed",
  "archive",
  "readdress",
] as const;

export type Step = (typeof steps)[number];

/** What of a text decides who may do what with it. */
export interface RuledText {
  kind: Kind;
  /** The partner whose text it is; null for the host's. */
  partnerId: string | null;
  isSource: boolean;
  /** Who wrote what a version says, and what it was made of; empty where nothing is written yet. */
  writtenBy: readonly string[];
}

/**
 * Why a step is refused: somebody else's text, a role that does not hold it, one's own text, the host must say yes first,
 * or the organization is paused.
 */
export type RightsRefusal = "organization" | "role" | "ownText" | "approval" | "paused";

const editorsSteps: readonly Step[] = [
  "create",
  "save",
  "submit",
  "sendBack",
  "approve",
  "publish",
  "archive",
  "readdress",
];
const translatorsSteps: readonly Step[] = ["save", "submit", "sendBack", "approve"];

const hostSteps: Record<Role, readonly Step[]> = {
  owner: [...editorsSteps, "publishUnreviewed"],
  editor: [...editorsSteps, "publishUnreviewed"],
  legal_reviewer: ["sendBack", "approveLegally"],
  translator: translatorsSteps,
  analyst: [],
};

const partnerSteps: Record<Role, readonly Step[]> = {
  owner: editorsSteps,
  editor: editorsSteps,
  legal_reviewer: [],
  translator: translatorsSteps,
  analyst: [],
};

/** What a partner may bring before readers itself. An article stands among the host's own, so the host publishes it. */
const partnersOwnKinds: readonly Kind[] = ["campaign", "petition", "partner_action"];

/**
 * Who may do what (reference on regions and partners, 2.5): editors everything; translators translations, which they
 * also read and approve for each other; legal reviewers the wording of consents. The host's people work on every text,
 * a partner's on its own only, and nobody approves what they wrote, nor what somebody else changed a little in it.
 * @returns null where the step is allowed
 */
export function refusalOf(actor: Actor, step: Step, text: RuledText): RightsRefusal | null {
  const { organization } = actor;
  if (organization.kind === "partner" && organization.id !== text.partnerId) return "organization";
  if (!actor.roles.some((role) => holds(actor, role, step, text))) return "role";
  if ((step === "approve" || step === "approveLegally") && text.writtenBy.includes(actor.name)) return "ownText";
  return null;
}

/** Whether somebody sees a text that is not public. */
export function maySee(actor: Actor, text: Pick<RuledText, "partnerId">): boolean {
  if (actor.roles.length === 0) return false;
  return actor.organization.kind === "host" || actor.organization.id === text.partnerId;
}

function holds({ organization }: Actor, role: Role, step: Step, { kind, isSource }: RuledText): boolean {
  const isPartner = organization.kind === "partner";
  if (!(isPartner ? partnerSteps : hostSteps)[role].includes(step)) return false;
  if (role === "translator" && isSource) return false;
  // A machine may draft translations: what all languages are made from, and what people agree to, a person has read.
  if ((isSource || kind === "consent_wording") && step === "publishUnreviewed") return false;
  if (kind !== "consent_wording" && step === "approveLegally") return false;
  if (isPartner && (step === "publish" || step === "archive")) return partnersOwnKinds.includes(kind);
  return true;
}
