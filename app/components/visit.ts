import type { DoneContact } from "~/domain/contacts/flow-progress";

/** What a page of the flow knows of this visit. */
export interface Visit {
  /** The query that leads to the same place, with what was done so far. */
  query: string;
  done: DoneContact[];
  /** What was just recorded; null where nothing was. */
  recorded: string | null;
}
