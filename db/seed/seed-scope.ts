import type { Database } from "../database";

/** What each part of the seed works with: one transaction, one moment, the host it belongs to. */
export interface SeedScope {
  db: Database;
  now: Date;
  hostId: string;
}
