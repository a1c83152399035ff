import type { linkFaults } from "~db/schema/link-checks";

export type LinkFault = (typeof linkFaults)[number];

/** What was seen behind a link. `status` is HTTP's, where one was given. */
export type LinkAnswer =
  | { state: "works"; status: number }
  | { state: "dead"; fault: LinkFault; status: number | null };

/** Looks whether the page behind a link can be reached. */
export interface LinkChecker {
  /** Never throws for what the link is to blame for. @param cutting ends the call without an answer */
  check(url: string, cutting?: AbortSignal): Promise<LinkAnswer>;
}
