import type { switchNames } from "~db/schema/switches";

export type SwitchName = (typeof switchNames)[number];

interface SwitchEffect {
  /** `all`: one for the whole installation. `campaign`: each campaign has its own. */
  scope: "all" | "campaign";
  /** What it does while it is on, for staff. */
  effect: string;
  /** Somebody is turned away while it is on: whoever turns it on in the portal shows anew who they are. */
  isGrave: boolean;
}

/** What staff can switch on for the time being, without a deployment. */
export const switchEffects: Record<SwitchName, SwitchEffect> = {
  "regions-paused": {
    scope: "all",
    effect: "Counts by country and district stand still; the count of a petition goes on.",
    isGrave: false,
  },
  "mail-paused": {
    scope: "all",
    effect: "No mail leaves. It waits in the outbox, and people are told that it comes later.",
    isGrave: true,
  },
  "read-only": {
    scope: "all",
    effect: "The site only shows: no form is taken, and the worker writes nothing.",
    isGrave: true,
  },
  "signatures-paused": {
    scope: "campaign",
    effect: "The petition takes no new signature. Links that were mailed go on confirming.",
    isGrave: true,
  },
  "under-attack": {
    scope: "campaign",
    effect: "Signing asks for a proof of work, or for the code of the mail where there is no script.",
    isGrave: false,
  },
};
