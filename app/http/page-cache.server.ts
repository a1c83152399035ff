import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { viewedPage } from "~/domain/numbers/page-views.server";
import { campaignPageOf } from "./cached-paths";

export type Encoding = "br" | "gzip" | "identity";

/** A page as it goes over the wire. */
export interface ReadyPage {
  status: number;
  /** Null for the page of an error. */
  etag: string | null;
  /** By which views are noted, where it is the page of a campaign; see `PageViews`. */
  viewed: string | null;
  /** Names and values in turn, as `writeHead` takes them; without what tells of the body. */
  headers: string[];
  /** Compressed once for each encoding that somebody asked for. */
  body(encoding: Encoding): Buffer;
}

interface Kept {
  page: ReadyPage;
  /** By a clock that never jumps, in milliseconds. */
  renderedAt: number;
}

/** Until then a page is sent as it is. */
const FRESH_MS = 1_000;
/** Until then it is sent as it is, while it is being rendered anew. With what stands before and behind, counts stay under five seconds. */
const STALE_MS = 2_000;
const MOST_PAGES = 1_000;

/**
 * Keeps public pages as ready bytes: each is rendered once a second at most, however many read it. It holds what
 * the page's own words say, so a change shows at once, without anybody having to tell. The page of an error is
 * shared by those who wait for it together, and not kept.
 */
export interface PageCache {
  /**
   * The page at a path, from memory where it is fresh.
   * @returns null where rendering gave no page for everybody: then the request goes the usual way. Never rejects
   */
  find(path: string, gpc: boolean): ReadyPage | Promise<ReadyPage | null>;
}

/**
 * @param settings.render gives the page as the framework answers it
 * @param settings.headers of every answer, security above all
 */
export function createPageCache(settings: {
  render(path: string, gpc: boolean): Promise<Response>;
  headers: Record<string, string>;
}): PageCache {
  const kept = new Map<string, Kept>();
  const rendering = new Map<string, Promise<ReadyPage | null>>();

  function render(key: string, path: string, gpc: boolean): Promise<ReadyPage | null> {
    const same = rendering.get(key);
    if (same) return same;
    const page = renderNow(key, path, gpc)
      .catch(() => null)
      .finally(() => rendering.delete(key));
    rendering.set(key, page);
    return page;
  }

  async function renderNow(key: string, path: string, gpc: boolean): Promise<ReadyPage | null> {
    const answer = await settings.render(path, gpc).catch(() => null);
    // An error is shown as what it is; a cache in front of us may go on with the page it has (`stale-if-error`).
    if (answer?.status !== 200) kept.delete(key);
    if (answer === null || !isForEverybody(answer)) return null;
    const page = await readyPage(answer, settings.headers, path);
    if (answer.status === 200) {
      if (kept.size >= MOST_PAGES) kept.clear();
      kept.set(key, { page, renderedAt: performance.now() });
    }
    return page;
  }

  return {
    find(path, gpc) {
      const key = gpc ? `${path} gpc` : path;
      const known = kept.get(key);
      const age = known ? performance.now() - known.renderedAt : Number.POSITIVE_INFINITY;
      if (known && age < FRESH_MS) return known.page;
      const next = render(key, path, gpc);
      return known && age < STALE_MS ? known.page : next;
    },
  };
}

/** Requests for a path are told apart by these headers, and by no others. */
const toldApartBy = new Set(["accept-encoding", "sec-gpc"]);

/** Whether an answer is a page or an error that all who ask for its path may share. */
function isForEverybody({ status, headers }: Response): boolean {
  if (headers.has("Set-Cookie")) return false;
  const vary = (headers.get("Vary") ?? "").split(",").map((name) => name.trim().toLowerCase());
  if (vary.some((name) => name !== "" && !toldApartBy.has(name))) return false;
  if (status >= 400) return true;
  return status === 200 && !/\b(private|no-store)\b/i.test(headers.get("Cache-Control") ?? "");
}

/** What caches between here and the reader may do; the sum of all waits stays below five seconds. */
const CACHE_CONTROL = "public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=600";

async function readyPage(answer: Response, common: Record<string, string>, path: string): Promise<ReadyPage> {
  const plain = Buffer.from(await answer.arrayBuffer());
  const headers = new Headers(common);
  for (const [name, value] of answer.headers) headers.set(name, value);
  headers.set("Vary", "Accept-Encoding, Sec-GPC");
  const etag =
    answer.status === 200 ? `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"` : null;
  if (etag !== null) {
    headers.set("Cache-Control", CACHE_CONTROL);
    headers.set("ETag", etag);
  }

  const bodies = new Map<Encoding, Buffer>([["identity", plain]]);
  return {
    status: answer.status,
    etag,
    viewed: answer.status === 200 ? viewedAt(path) : null,
    headers: [...headers].flat(),
    body(encoding) {
      const ready = bodies.get(encoding) ?? compress(encoding, plain);
      bodies.set(encoding, ready);
      return ready;
    },
  };
}

function viewedAt(path: string): string | null {
  const page = campaignPageOf(path);
  return page && viewedPage(page.locale, page.address);
}

/** Quick rather than dense: a page lives for a second. */
function compress(encoding: Encoding, plain: Buffer): Buffer {
  return encoding === "br"
    ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    : gzipSync(plain, { level: 6 });
}
