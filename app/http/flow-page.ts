import type { ContactState, ToldChannel } from "~/domain/contacts/contact-outcomes";
import { addDone, readProgress, setProgress } from "~/domain/contacts/flow-progress";

/**
 * Pages whose form carries a key of its own. A browser that goes back shows the page as it was, key and all, so that a
 * second answer corrects the first; under `no-store` it would ask for a new one.
 */
export const FLOW_CACHE_CONTROL = "private, max-age=0";

/** A page of the contact flow below `lawmakers`, as a form names it: where it leads when it was taken. */
export interface FlowPage {
  page: "" | "call" | "deliver" | "write";
  query: URLSearchParams;
  /** With its `#`, or empty. */
  hash: string;
}

const written = /^(call|deliver|write)?(\?[^#]*)?(#[\w-]{1,40})?$/;
/** What a page of the flow may be asked; the rest is left out. */
const known = ["zip", "state", "district", "office", "say", "done", "principle", "finished"];
const MOST_FIELDS = 60;
const LONGEST_FIELD = 40;

/**
 * Reads where a form leads afterwards, such as `call?zip=94110&office=P000145`. Null for everything else: it may lead
 * nowhere but to the pages of the flow.
 */
export function readFlowPage(text: string): FlowPage | null {
  const [whole, page = "", search = "", hash = ""] = written.exec(text) ?? [];
  if (whole === undefined || !isPage(page)) return null;
  const query = new URLSearchParams();
  for (const [name, value] of [...new URLSearchParams(search)].slice(0, MOST_FIELDS)) {
    if (known.includes(name) && value.length <= LONGEST_FIELD) query.append(name, value);
  }
  return { page, query, hash };
}

/** The address of a page of the flow. */
export function flowPagePath(base: string, { page, query, hash }: FlowPage): string {
  const search = query.size > 0 ? `?${query}` : "";
  return `${base}/lawmakers${page === "" ? "" : `/${page}`}${search}${hash}`;
}

/**
 * The page that follows when somebody has told of a contact: it knows what was done so far, and says thank you. Only what
 * reached the office counts as done.
 */
export function afterContact(
  next: FlowPage,
  contact: { office: string; channel: ToldChannel; state: ContactState },
): FlowPage {
  const query = new URLSearchParams(next.query);
  const { office, channel, state } = contact;
  if (state === "reported") setProgress(query, addDone(readProgress(query), { office, channel }));
  query.set("recorded", `${office}.${channel}`);
  return { ...next, query };
}

function isPage(text: string): text is FlowPage["page"] {
  return text === "" || text === "call" || text === "deliver" || text === "write";
}
