import { ensureCongressFacts } from "../congress/ensure-facts";
import type { Database } from "../database";
import { seedContent } from "./seed-content";

/**
 * Gives an empty database the flagship campaign, the sample partners and everything they need, and the facts
 * about Congress, which follow a rule of their own. Safe to run at every start.
 */
export async function seedDatabase(db: Database, now: Date): Promise<void> {
  await seedContent(db, now);
  await ensureCongressFacts(db, now);
}
