import { isOpen } from "../campaigns/is-open";

/**
 * Where a campaign is, as its people say it:
 * - `draft`: only they see it. `waiting`: the host has been asked. `sentBack`: the host wants something changed first.
 * - `scheduled`: it becomes public by itself.
 * - `notYetOpen`, `open`, `paused`, `over`: public; signing begins later, goes on, stands still, has ended.
 * - `archived`: out of the lists; what was public stays readable.
 */
export const campaignStates = [
  "draft",
  "waiting",
  "sentBack",
  "scheduled",
  "notYetOpen",
  "open",
  "paused",
  "over",
  "archived",
] as const;

export type CampaignState = (typeof campaignStates)[number];

export interface StateFacts {
  status: "draft" | "published" | "closed" | "archived";
  publishAt: Date | null;
  pausedAt: Date | null;
  approvedAt: Date | null;
  opensAt: Date;
  closesAt: Date | null;
  /** Whether nothing of it becomes public before the host's yes. */
  needsApproval: boolean;
  /** The newest request to the host; null where there was none. */
  approval: { decision: "approved" | "sent_back" | "withdrawn" | null } | null;
}

export function campaignState(facts: StateFacts, now: Date): CampaignState {
  if (facts.status === "archived" || facts.status === "closed") return "archived";
  if (facts.status === "draft") {
    if (facts.approval !== null && facts.approval.decision === null) return "waiting";
    if (facts.publishAt !== null && (!facts.needsApproval || facts.approvedAt !== null)) return "scheduled";
    return facts.approval?.decision === "sent_back" ? "sentBack" : "draft";
  }
  if (facts.opensAt > now) return "notYetOpen";
  if (!isOpen(facts, now)) return "over";
  return facts.pausedAt === null ? "open" : "paused";
}

/** Whether the public sees it. */
export function isPublic(state: CampaignState): boolean {
  return state === "notYetOpen" || state === "open" || state === "paused" || state === "over";
}
