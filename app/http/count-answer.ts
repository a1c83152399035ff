import type { Counts } from "~/domain/counting/counts-source.server";
import { noSuchCampaign, nothingReadYet, type ReadyAnswer, readyJson } from "./ready-answer";

/**
 * How old the number is at most when it is read: a signature waits up to 1 s for the roll-up, the total up to 1 s
 * for the web process to read it, the answer 1 s in a cache, and up to 2 s more where the cache answers first and
 * asks afterwards. That is 5 s, and about 3 s where somebody reads every second; the roll-up's own work (50 ms for
 * 2,000 signatures) comes on top. 10,000 readers a second are then one request a second for each place of a CDN.
 * While this site is away a cache may go on for an hour with the last number, which tells its own time.
 * There is no ETag: each reading has a new `asOf`, and the whole body is shorter than the head of a 304.
 */
const CACHE = "public, max-age=1, s-maxage=1, stale-while-revalidate=2, stale-if-error=3600";

/** `GET /api/v1/campaigns/{slug}/count` from memory alone. @param counts as last read; null before that */
export function countAnswer(counts: Counts | null, slug: string): ReadyAnswer {
  if (counts === null) return nothingReadYet();
  const found = counts.bySlug.get(slug);
  if (found === undefined) return noSuchCampaign();
  return readyJson({ count: found.count, goal: found.goal, asOf: counts.asOf.toISOString() }, CACHE);
}
