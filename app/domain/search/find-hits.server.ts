import { currentSlugs } from "~/domain/content/current-slugs.server";
import { pickSlug } from "~/domain/content/pick-slug";
import type { Context } from "~/domain/context";
import { type SearchHit, searchContent } from "./search-content.server";

export interface FoundPage extends SearchHit {
  /** Where it is, below `/{locale}/`. */
  path: string;
}

const folders = { campaign: "campaigns", principle: "principles", update: "updates" } as const;

/** What the search finds, with the addresses for a reader of `locale`. */
export async function findHits(
  ctx: Context,
  query: string,
  locale: string,
): Promise<{ hits: FoundPage[]; hasMore: boolean }> {
  const { hits, hasMore } = await searchContent(ctx, query, locale);
  const found: FoundPage[] = [];
  for (const kind of ["campaign", "principle", "update"] as const) {
    const ofKind = hits.filter((hit) => hit.kind === kind);
    const slugs = await currentSlugs(
      ctx,
      kind,
      ofKind.map(({ key }) => key),
    );
    found.push(
      ...ofKind.map((hit) => ({ ...hit, path: `${folders[kind]}/${pickSlug(slugs.get(hit.key), locale) ?? hit.key}` })),
    );
  }
  const place = new Map(hits.map(({ kind, key }, index) => [`${kind}:${key}`, index]));
  const rank = ({ kind, key }: SearchHit) => place.get(`${kind}:${key}`) ?? hits.length;
  return { hits: found.sort((a, b) => rank(a) - rank(b)), hasMore };
}
