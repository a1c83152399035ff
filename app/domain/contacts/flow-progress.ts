import type { ContactChannel } from "./contact-outcomes";

/** One office that was reached in this visit, and how. */
export interface DoneContact {
  /** A Bioguide id, or the seat (`CA-14`) where it is vacant. */
  office: string;
  channel: ContactChannel;
}

const entry = /^([A-Z]\d{6}|[A-Z]{2}-\d{1,2})\.(phone|form|letter|cwc)$/;
/** Four ways to each of three offices, and some to spare for somebody who chose another district in between. */
const MOST = 24;

/**
 * What was done in this visit, as it stands in the address of each page of the flow (`done=P000197.phone`, repeated):
 * there is no cookie. What is no contact is passed over, and so is more than anybody does.
 */
export function readProgress(query: URLSearchParams): DoneContact[] {
  const done: DoneContact[] = [];
  for (const text of query.getAll("done").slice(0, MOST)) {
    const [, office, channel] = entry.exec(text) ?? [];
    if (office !== undefined && isChannel(channel)) done.push({ office, channel });
  }
  return withoutRepeats(done);
}

/** The same with one contact more; unchanged where it is there already. */
export function addDone(progress: readonly DoneContact[], contact: DoneContact): DoneContact[] {
  return withoutRepeats([...progress, contact]).slice(-MOST);
}

/** Of the offices that are on the page, in whatever way they were reached. */
export function ofOffices(progress: readonly DoneContact[], offices: readonly string[]): DoneContact[] {
  return progress.filter(({ office }) => offices.includes(office));
}

/** How an office was reached in this visit. */
export function channelsDone(progress: readonly DoneContact[], office: string): ContactChannel[] {
  return progress.filter((contact) => contact.office === office).map(({ channel }) => channel);
}

/** How many of the offices were reached, in whatever way. */
export function countReached(progress: readonly DoneContact[], offices: readonly string[]): number {
  return new Set(ofOffices(progress, offices).map(({ office }) => office)).size;
}

/** Adds the progress to a query, in place of what it says of it. */
export function setProgress(query: URLSearchParams, progress: readonly DoneContact[]): URLSearchParams {
  query.delete("done");
  for (const contact of progress) query.append("done", formatDone(contact));
  return query;
}

/** `P000197.phone`. */
export function formatDone({ office, channel }: DoneContact): string {
  return `${office}.${channel}`;
}

function isChannel(text: string | undefined): text is ContactChannel {
  return text === "phone" || text === "form" || text === "letter" || text === "cwc";
}

function withoutRepeats(contacts: readonly DoneContact[]): DoneContact[] {
  return [...new Map(contacts.map((contact) => [formatDone(contact), contact])).values()];
}
