import type { countries } from "~db/schema/routing";
import type { RoutingRule } from "./match-rule";
import type { PartnerActionItem } from "./routed-action";

/** A partner's published action with what decides where it is offered. */
export interface OfferedAction {
  item: PartnerActionItem;
  /** ISO 3166-1 alpha-2. */
  countries: readonly string[];
  isWorldwide: boolean;
  isPinned: boolean;
  /** Among those of the signer's campaign alone, from 0; null for one that all campaigns offer. */
  position: number | null;
  publishedAt: Date;
}

/** Everything that routing knows, for one campaign and one reader's locale. The same for every place. */
export interface RoutingFacts {
  locale: string;
  rules: readonly RoutingRule[];
  countries: ReadonlyMap<string, typeof countries.$inferSelect>;
  /** The parent of each M49 region; null above the world. */
  parentRegions: ReadonlyMap<string, string | null>;
  partnerActions: readonly OfferedAction[];
}
