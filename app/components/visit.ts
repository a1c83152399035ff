import type { DoneContact } from "~/domain/contacts/flow-progress";
import type { PublishedContacts } from "~/domain/contacts/publish-contacts";
import type { AnswerRate } from "~/domain/follow-ups/follow-up-rules";

/** Public numbers of the campaign, as far as they may be told. */
export interface FlowNumbers {
  week: PublishedContacts["week"] | null;
  offices: Record<string, ReturnType<PublishedContacts["offices"]["get"]> | null>;
  /** By Bioguide id, where enough people have said whether the office answered. */
  answers: Record<string, AnswerRate>;
  /** Who signed in the district. */
  district: number | null;
}

/** What a page of the flow knows of this visit. */
export interface Visit {
  /** The query that leads to the same place, with what was done so far. */
  query: string;
  done: DoneContact[];
  /** What was just recorded; null where nothing was. */
  recorded: string | null;
}
