import { SUPPRESSED_BELOW } from "~/domain/counting/publish-regions";
import type { Regions } from "~/domain/counting/regions-source.server";
import { noSuchCampaign, nothingReadYet, type ReadyAnswer, readyJson } from "./ready-answer";

/** Read every five seconds, and kept as long; otherwise as `countAnswer`. */
const CACHE = "public, max-age=5, s-maxage=5, stale-while-revalidate=10, stale-if-error=3600";

/** `GET /api/v1/campaigns/{slug}/regions` from memory alone. @param regions as last read; null before that */
export function regionsAnswer(regions: Regions | null, slug: string): ReadyAnswer {
  if (regions === null) return nothingReadYet();
  const found = regions.bySlug.get(slug);
  if (found === undefined) return noSuchCampaign();
  const { asOf, isPaused } = regions;
  const paused = isPaused ? { paused: true } : {};
  return readyJson({ asOf: asOf.toISOString(), ...found, suppressedBelow: SUPPRESSED_BELOW, ...paused }, CACHE);
}
