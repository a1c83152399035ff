import { groupBy } from "../campaigns/group-by";
import { hideSmall, SUPPRESSED_BELOW } from "../counting/publish-regions";
import { type KnownOutcome, knownOutcomes, reachedOutcomes } from "./contact-outcomes";

/** A row of `contact_totals`. */
export interface ContactCell {
  office: string;
  channel: "phone" | "form" | "letter" | "cwc";
  outcome: string;
  /** `2026-11-23`, UTC. */
  day: string;
  count: number;
}

export type ContactKind = "calls" | "messages";

/** What may be told of the contacts of one kind with one office. */
export interface OfficeTotal {
  /** Null: fewer than ten. */
  count: number | null;
  /** By outcome, the most frequent first; those with fewer than ten are left out. */
  outcomes: { outcome: KnownOutcome; count: number }[];
}

export interface PublishedContacts {
  /** Of the last seven days; null: fewer than ten. */
  week: Record<ContactKind, number | null>;
  /** By office; a kind that nobody told of is missing. */
  offices: ReadonlyMap<string, Partial<Record<ContactKind, OfficeTotal>>>;
}

const DAY_MS = 86_400_000;

/**
 * What may be told about contacts. A call that reached nobody is no call, a form that was left or a letter that lies on a
 * table is no message. Nothing under ten is told, also not where it could be found by subtracting.
 */
export function publishContacts(cells: readonly ContactCell[], now: Date): PublishedContacts {
  const reached = cells.filter(hasReached);
  const since = new Date(now.getTime() - 6 * DAY_MS).toISOString().slice(0, 10);
  const recent = reached.filter(({ day }) => day >= since);
  const byOffice = groupBy(reached, ({ office }) => office);
  return {
    week: { calls: told(sumOf(recent, "calls")), messages: told(sumOf(recent, "messages")) },
    offices: new Map(byOffice.map((own) => [own[0].office, { ...totalOf(own, "calls"), ...totalOf(own, "messages") }])),
  };
}

const kindOf = ({ channel }: ContactCell): ContactKind => (channel === "phone" ? "calls" : "messages");
const told = (count: number) => (count >= SUPPRESSED_BELOW ? count : null);

/** Whether it came to the office, as far as anybody knows. */
export function hasReached({ channel, outcome }: Pick<ContactCell, "channel" | "outcome">): boolean {
  return reachedOutcomes.some((one) => one.channel === channel && one.outcome === outcome);
}

function sumOf(cells: readonly ContactCell[], kind: ContactKind): number {
  return cells.filter((cell) => kindOf(cell) === kind).reduce((so, { count }) => so + count, 0);
}

function totalOf(cells: readonly ContactCell[], kind: ContactKind): Partial<Record<ContactKind, OfficeTotal>> {
  const own = cells.filter((cell) => kindOf(cell) === kind);
  if (own.length === 0) return {};
  const sums = new Map<string, number>();
  for (const { outcome, count } of own) sums.set(outcome, (sums.get(outcome) ?? 0) + count);
  const total = sumOf(own, kind);
  const shown = hideSmall(sums, total, ([a, countA], [b, countB]) => countA - countB || (a < b ? -1 : 1));
  const outcomes = knownOutcomes
    .map((outcome) => ({ outcome, count: shown.get(outcome) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return { [kind]: { count: told(total), outcomes } };
}
