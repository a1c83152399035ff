import { and, count, eq, isNotNull, isNull, max } from "drizzle-orm";
import { compareCounts } from "~/domain/counting/compare-counts.server";
import { mailboxHash } from "~/domain/signatures/signature-hashes";
import type { Database } from "~db/database";
import { outbox } from "~db/schema/outbox";
import { signatures } from "~db/schema/signatures";
import type { Crowd } from "./crowd";
import type { SiteUnderFire } from "./site-under-fire";

/** What a run must show in the end. All but the first block and `counts` are zero when nothing went wrong. */
export interface Tally {
  acknowledged: number;
  confirmed: number;
  mails: number;
  keys: number;
  /** The running total, the recount, and the sum of the regions. */
  counts: { total: number; rows: number; regions: number };

  /** Acknowledged, and not there. */
  lost: number;
  /** Addresses with more than one signature. */
  doubled: number;
  /** Rows that nobody was told of: everybody insisted until told. */
  unasked: number;
  /** Acknowledged confirmations whose signature is not confirmed, and the other way round. */
  unconfirmed: number;
  held: number;
  misplaced: number;
  /** Acknowledged signers without a mail. */
  unmailed: number;
  /** Addresses to which more than one mail was accepted, or one mail under two keys. */
  mailedTwice: number;
  deadJobs: number;
  openJobs: number;
}

/** Jobs that have yet to be done. */
export async function openJobs(db: Database): Promise<number> {
  const [open] = await db
    .select({ jobs: count() })
    .from(outbox)
    .where(and(isNull(outbox.doneAt), isNull(outbox.deadAt)));
  return open?.jobs ?? 0;
}

/** Until when the job is held that was taken last, in milliseconds; 0 where none is held. */
export async function newestLease(db: Database): Promise<number> {
  const isOpen = and(isNull(outbox.doneAt), isNull(outbox.deadAt));
  const [held] = await db
    .select({ newest: max(outbox.leasedUntil) })
    .from(outbox)
    .where(isOpen);
  return held?.newest?.getTime() ?? 0;
}

/** Signatures that the totals have yet to take in. */
export async function uncounted(db: Database): Promise<number> {
  const [open] = await db
    .select({ rows: count() })
    .from(signatures)
    .where(and(eq(signatures.state, "confirmed"), isNull(signatures.heldAt), isNull(signatures.countedAt)));
  return open?.rows ?? 0;
}

/** Puts what people were told beside what is there, when everything has come to rest. */
export async function takeTally(db: Database, site: SiteUnderFire, crowd: Crowd): Promise<Tally> {
  const rows = await db
    .select({
      campaignId: signatures.campaignId,
      mailboxHash: signatures.mailboxHash,
      state: signatures.state,
      heldAt: signatures.heldAt,
    })
    .from(signatures);
  const campaignId = rows[0]?.campaignId ?? "";
  const hashOf = (email: string) => mailboxHash({ vault: site.vault }, campaignId, email);
  const byHash = new Map<string, typeof rows>();
  for (const row of rows) byHash.set(row.mailboxHash, [...(byHash.get(row.mailboxHash) ?? []), row]);
  const signed = [...crowd.signed].map(hashOf);
  const confirmed = new Set([...crowd.confirmed].map(hashOf));
  const isConfirmed = (hash: string) => byHash.get(hash)?.some(({ state }) => state === "confirmed") ?? false;

  const mails = new Map<string, Set<string | null>>();
  let twice = 0;
  for (const { to, idempotencyKey } of site.resend.sent) {
    for (const address of to) {
      const keys = mails.get(address) ?? new Set();
      if (keys.size > 0) twice++;
      mails.set(address, keys.add(idempotencyKey));
    }
  }
  const [dead] = await db.select({ jobs: count() }).from(outbox).where(isNotNull(outbox.deadAt));
  const comparisons = await compareCounts({ db });
  const sum = (of: (one: (typeof comparisons)[number]) => number) => comparisons.reduce((all, one) => all + of(one), 0);
  return {
    acknowledged: crowd.signed.size,
    confirmed: crowd.confirmed.size,
    mails: site.resend.sent.length,
    keys: new Set(site.resend.sent.map(({ idempotencyKey }) => idempotencyKey)).size,
    counts: {
      total: sum(({ total }) => total),
      rows: sum(({ rows: stamped }) => stamped),
      regions: sum(({ regions }) => regions),
    },
    lost: signed.filter((hash) => !byHash.has(hash)).length,
    doubled: [...byHash.values()].filter((same) => same.length > 1).length,
    unasked: [...byHash.keys()].filter((hash) => !signed.includes(hash)).length,
    unconfirmed: [...byHash.keys()].filter((hash) => isConfirmed(hash) !== confirmed.has(hash)).length,
    held: rows.filter(({ heldAt }) => heldAt !== null).length,
    misplaced: sum(({ misplaced }) => misplaced),
    unmailed: [...crowd.signed].filter((address) => !mails.has(address)).length,
    mailedTwice: twice,
    deadJobs: dead?.jobs ?? 0,
    openJobs: await openJobs(db),
  };
}
