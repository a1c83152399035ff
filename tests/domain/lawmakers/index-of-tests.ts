import { indexCongress } from "~/domain/lawmakers/congress-index";
import type { CongressFacts } from "~db/congress/facts";
import { readShippedFacts } from "~db/congress/shipped-snapshots";

/** What the project carries, ready to answer. */
export const shippedFacts: CongressFacts = await readShippedFacts(119);
export const facts = indexCongress(shippedFacts);
export const index = [facts];

/** A day within the 119th Congress, and its last moment. */
export const now = new Date("2026-11-23T12:00:00Z");
export const end = new Date("2027-01-03T17:00:00Z");
