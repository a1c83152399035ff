import type { CwcMessage } from "./cwc-message";
import type { cwcTopics, SenateBillType } from "./cwc-topics";

export type Chamber = "house" | "senate";

/** What every message says of who hands it over, from the settings. */
export interface CwcProfile {
  agent: string;
  agentAckEmail: string;
  agentContact: CwcMessage["delivery"]["agentContact"];
  organization: { name: string; about: string; contact: { name: string; email: string; phone: string } } | null;
  topics: readonly (typeof cwcTopics)[number][];
  bill: { congress: number; type: SenateBillType; number: number; stance: "Pro" | "Con" } | null;
}

/** How a message was taken. */
export type CwcOutcome =
  | { result: "accepted" }
  /** For good; `reasons` are codes of ours, because the gateway's own words may quote the message. */
  | { result: "rejected"; reasons: RejectionReason[] }
  /** Slow down. */
  | { result: "limited"; afterMs: number }
  /** The key, the address or this machine is not let in: a person must mend that. */
  | { result: "locked-out"; reason: string }
  /** Nobody knows, or trouble that passes: the same again later. */
  | { result: "retry"; reason: string; afterMs?: number };

/** Why a gateway said no, each with words in `deliver.json`. */
export const rejectionReasons = [
  "address",
  "prefix",
  "name",
  "email",
  "phone",
  "subject",
  "text",
  "office",
  "other",
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** The gateway of one chamber. */
export interface CwcGateway {
  /** Codes of the offices that take messages, as last fetched; null before. Looks again in the background; never waits. */
  knownOffices(): ReadonlySet<string> | null;
  /** The same, fetched anew when it is older than a few minutes. @throws when it can't be had */
  activeOffices(): Promise<ReadonlySet<string>>;
  /** Milliseconds until a message may be sent; the pace of this process. */
  waitMs(): number;
  /** Sends one message. What the outcome is nobody knows when `signal` cuts it. */
  send(xml: string, signal?: AbortSignal): Promise<CwcOutcome>;
}

/** Communicating with Congress, for the chambers that the operator has credentials for. */
export interface CwcChannel {
  profile: CwcProfile;
  gateways: Partial<Record<Chamber, CwcGateway>>;
}
