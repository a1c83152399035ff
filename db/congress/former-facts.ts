import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { and, asc, desc, eq, notInArray } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../database";
import { formerFacts } from "../schema/congress";
import type { CongressFacts } from "./facts";
import { parseJson } from "./parse-text";
import { readSnapshot } from "./read-snapshot";
import type { FactsPart, StoredFacts } from "./stored-facts";
import { renderSnapshot } from "./write-snapshot";

/**
 * Boundaries and places weigh more than all the rest, and seldom change. Where they did not, the facts that came after
 * hold the same.
 */
const heavyParts = ["shapes", "zipPlaces"] as const;
const formerBody = z.object({ kept: z.array(z.enum(heavyParts)), files: z.record(z.string(), z.string()) });

/** Revisions of one Congress that are kept; one takes about 0.5 MB. */
const KEPT = 5;
/** What unfolds to more is none of ours. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Facts that are about to be replaced, ready to be kept. */
type PackedFacts = Omit<typeof formerFacts.$inferInsert, "replacedAt">;

/** @param changed the parts that are about to be replaced */
export async function packFacts(
  { facts, revision }: StoredFacts,
  changed: ReadonlySet<FactsPart>,
): Promise<PackedFacts> {
  const kept = heavyParts.filter((part) => changed.has(part));
  const left = Object.fromEntries(heavyParts.flatMap((part) => (changed.has(part) ? [] : [[part, []]])));
  const files = renderSnapshot({ ...facts, ...left });
  const packed = await promisify(gzip)(JSON.stringify({ kept, files }));
  return { congress: facts.congress, revision, asOf: facts.asOf, body: packed.toString("base64") };
}

/** Keeps facts in the transaction that replaces them, and forgets the oldest of their Congress. */
export async function keepFormerFacts(tx: Database, former: PackedFacts, now: Date): Promise<void> {
  const { congress } = former;
  await tx.insert(formerFacts).values({ ...former, replacedAt: now });
  const latest = tx
    .select({ revision: formerFacts.revision })
    .from(formerFacts)
    .where(eq(formerFacts.congress, congress))
    .orderBy(desc(formerFacts.revision))
    .limit(KEPT);
  await tx.delete(formerFacts).where(and(eq(formerFacts.congress, congress), notInArray(formerFacts.revision, latest)));
}

/**
 * The facts that those of now have replaced, or null.
 * @throws {FactsError} when they were damaged since
 */
export async function findFormerFacts(db: Database, now: CongressFacts): Promise<CongressFacts | null> {
  const [last] = await db
    .select({ revision: formerFacts.revision, body: formerFacts.body })
    .from(formerFacts)
    .where(eq(formerFacts.congress, now.congress))
    .orderBy(desc(formerFacts.revision))
    .limit(1);
  if (last === undefined) return null;
  const name = `revision ${last.revision}`;
  const text = await promisify(gunzip)(Buffer.from(last.body, "base64"), { maxOutputLength: MOST_BYTES });
  const { kept, files } = parseJson(name, text.toString("utf8"), formerBody);
  const { facts } = await readSnapshot({
    place: name,
    find: async (file) => (files[file] === undefined ? null : { text: files[file], changedAt: null }),
  });
  const { shapes, zipPlaces } = now;
  return {
    ...facts,
    ...(!kept.includes("shapes") && { shapes }),
    ...(!kept.includes("zipPlaces") && { zipPlaces }),
  };
}

export interface FormerRevision {
  congress: number;
  revision: number;
  asOf: string;
  replacedAt: Date;
}

/** The revisions that are kept, without their facts. */
export function listFormerRevisions(db: Database): Promise<FormerRevision[]> {
  const { congress, revision, asOf, replacedAt } = formerFacts;
  return db.select({ congress, revision, asOf, replacedAt }).from(formerFacts).orderBy(asc(congress), desc(revision));
}
