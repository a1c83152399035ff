import { listPrinciples } from "~/domain/campaigns/list-principles.server";
import type { Context } from "~/domain/context";
import { countryName } from "~/domain/regions/country-names";
import { loadRegionTree } from "~/domain/regions/load-region-tree.server";
import { regionsAround, WORLD } from "~/domain/regions/region-tree";
import type { TextDirection } from "~/i18n/text-direction";
import { updates, updateTypes } from "~db/schema/updates";
import { isReadable } from "./list-updates.server";

export interface UpdateChoices {
  types: readonly (typeof updateTypes)[number][];
  /** Each by its title in the language that suits the reader best. */
  principles: { slug: string; title: string; locale: string; dir: TextDirection }[];
  /** Whether there is an article about the whole world, which has no proper name. */
  hasWorldwide: boolean;
  /** Countries and M49 regions, by name. */
  regions: { code: string; name: string }[];
}

/** What the list of articles can be narrowed to: only what leads to an article. */
export async function listUpdateChoices(ctx: Context, locale: string): Promise<UpdateChoices> {
  const [rows, principles, tree] = await Promise.all([
    ctx.db
      .select({
        type: updates.type,
        principles: updates.principles,
        countries: updates.countries,
        regions: updates.regions,
      })
      .from(updates)
      .where(isReadable(ctx, locale)),
    listPrinciples(ctx, locale),
    loadRegionTree(ctx),
  ]);
  const used = new Set(rows.flatMap((row) => row.principles));
  const places = new Set(rows.flatMap((row) => [...row.countries, ...row.regions]));
  const around = new Set([...places].flatMap((place) => [place, ...regionsAround(tree, place)]));
  around.delete(WORLD);
  const { compare } = new Intl.Collator(locale);
  return {
    types: updateTypes.filter((type) => rows.some((row) => row.type === type)),
    principles: principles
      .filter(({ slug }) => used.has(slug))
      .map(({ slug, title, locale, dir }) => ({ slug, title, locale, dir })),
    hasWorldwide: places.has(WORLD),
    regions: [...around]
      .map((code) => ({ code, name: countryName(code, locale) }))
      .sort((a, b) => compare(a.name, b.name)),
  };
}
