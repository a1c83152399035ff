import { findStoredFacts, listStoredRevisions } from "~db/congress/stored-facts";
import type { Database } from "~db/database";
import { listCorrections } from "../offices/list-corrections.server";
import { applyCorrections } from "../offices/office-corrections";
import { type CongressIndex, indexCongress } from "./congress-index";
import type { FactsIndex } from "./facts-in-force";

/** Answers from memory; the database is asked in the background whether the facts have changed. */
export interface FactsSource {
  /** Reads what has changed since the last time. @throws when the database is away; the old facts stay */
  load(): Promise<void>;
  /** The facts as last read; empty before the first {@link load}. Never waits. */
  current(): FactsIndex;
}

export interface FactsSourceSettings {
  /** How old an answer may grow before the database is asked again. */
  checkEveryMs?: number;
  /** Told when a check in the background failed. */
  onError?: (error: unknown) => void;
}

export function createFactsSource(db: Database, settings: FactsSourceSettings = {}): FactsSource {
  const { checkEveryMs = 30_000, onError = () => undefined } = settings;
  let known: { revision: number; index: CongressIndex }[] = [];
  let index: FactsIndex = [];
  let checkedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<void> | null = null;

  async function read() {
    checkedAt = performance.now();
    const read = await readChanged(db, known);
    if (read === null) return;
    known = read;
    index = read.map((entry) => entry.index);
  }

  function load() {
    loading ??= read().finally(() => {
      loading = null;
    });
    return loading;
  }

  return {
    load,
    current() {
      if (loading === null && performance.now() - checkedAt >= checkEveryMs) load().catch(onError);
      return index;
    },
  };
}

/** @returns null when nothing has changed */
async function readChanged(db: Database, known: { revision: number; index: CongressIndex }[]) {
  const seen = new Map(known.map((entry) => [entry.index.origin.congress, entry]));
  const isSame = (rows: { congress: number; revision: number }[]) =>
    rows.length === known.length && rows.every((row) => seen.get(row.congress)?.revision === row.revision);
  if (isSame(await listStoredRevisions(db))) return null;

  // One picture of all tables, even while an import commits.
  return db.transaction(
    async (tx) => {
      const entries: typeof known = [];
      // A correction raises the revision, so that it is read here.
      const corrections = await listCorrections(tx);
      for (const { congress, revision } of await listStoredRevisions(tx)) {
        const same = seen.get(congress);
        if (same?.revision === revision) {
          entries.push(same);
          continue;
        }
        const stored = await findStoredFacts(tx, congress);
        if (stored === null) continue;
        const lawmakers = applyCorrections(stored.facts.lawmakers, corrections);
        entries.push({ revision, index: indexCongress({ ...stored.facts, lawmakers }) });
      }
      return entries;
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}
