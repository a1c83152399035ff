import { congressDates, ordinal } from "~db/congress/congress-dates";
import type { FactsOrigin } from "~db/congress/facts";

const DAY_MS = 86_400_000;
/** The facts are renewed when they are older than this, in days. */
const SYNC_AFTER = 30;
/** In days: what should have been renewed was not. */
const OLD_AFTER = 45;
/** Days before the end of a Congress from which on the next one's facts are missed. */
const NEXT_WITHIN = 30;

type Origin = Pick<FactsOrigin, "congress" | "asOf" | "validFrom" | "validUntil">;

/** How old the facts of one Congress are. Public. */
export interface FactsAge {
  congress: number;
  /** The day the members were last true, YYYY-MM-DD. */
  asOf: string;
  ageDays: number;
  /** ISO 8601. */
  validUntil: string;
  state: "inForce" | "expired" | "coming";
  /** What somebody has to do about it. */
  warning?: string;
}

/** The age of the facts of each Congress that is known, the oldest Congress first. */
export function listFactsAges(origins: readonly Origin[], now: Date): FactsAge[] {
  return origins
    .toSorted((a, b) => a.congress - b.congress)
    .map((origin) => {
      const ageDays = Math.max(0, Math.floor((now.getTime() - Date.parse(`${origin.asOf}T00:00:00Z`)) / DAY_MS));
      const state = now < origin.validFrom ? "coming" : now < origin.validUntil ? "inForce" : "expired";
      const warning = whyWarn(origin, { state, ageDays }, origins, now);
      return {
        congress: origin.congress,
        asOf: origin.asOf,
        ageDays,
        validUntil: origin.validUntil.toISOString(),
        state,
        ...(warning !== null && { warning }),
      };
    });
}

function whyWarn(
  { congress, validUntil }: Origin,
  { state, ageDays }: Pick<FactsAge, "state" | "ageDays">,
  origins: readonly Origin[],
  now: Date,
): string | null {
  if (state === "coming") return null;
  const name = `${ordinal(congress)} Congress`;
  const sitting = congress + 1;
  if (!origins.some((origin) => origin.congress === sitting)) {
    const next = `the facts of the ${ordinal(sitting)} are not here`;
    if (state === "expired") return `The ${name} has ended, and ${next}.`;
    const daysLeft = Math.ceil((validUntil.getTime() - now.getTime()) / DAY_MS);
    if (daysLeft <= NEXT_WITHIN) return `The ${name} ends in ${daysLeft} days, and ${next}.`;
  }
  return state === "inForce" && ageDays > OLD_AFTER ? `The facts of the ${name} are ${ageDays} days old.` : null;
}

/** Whether the facts should be renewed: those in force are old, or those of a Congress that sits or soon will are missing. */
export function isSyncDue(origins: readonly Origin[], now: Date): boolean {
  const soon = new Date(now.getTime() + NEXT_WITHIN * DAY_MS);
  const inForce = listFactsAges(origins, now).filter(({ state }) => state === "inForce");
  if (inForce.length === 0 || inForce.some(({ ageDays }) => ageDays > SYNC_AFTER)) return true;
  return inForce.some(
    ({ congress }) =>
      congressDates(congress).validUntil <= soon && !origins.some((origin) => origin.congress === congress + 1),
  );
}
