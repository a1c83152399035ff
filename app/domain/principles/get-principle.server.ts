import { eq } from "drizzle-orm";
import { listPrinciples, type Principle } from "~/domain/campaigns/list-principles.server";
import { currentSlugs } from "~/domain/content/current-slugs.server";
import { findAddress } from "~/domain/content/find-address.server";
import type { Context } from "~/domain/context";
import { DomainError } from "~/domain/errors";
import { principleTranslations } from "~db/schema/principles";

export interface PrinciplePage {
  /** Its address in the reader's language, and in each language that it is published in. */
  address: string;
  slugs: Map<string, string>;
  principle: Principle;
  count: number;
  previous: Principle | null;
  next: Principle | null;
}

/**
 * One of the ten, and its neighbours.
 * @throws {DomainError} principleNotFound
 */
export async function getPrinciple(ctx: Context, slug: string, locale: string): Promise<PrinciplePage> {
  const [address, all] = await Promise.all([findAddress(ctx, "principle", slug, locale), listPrinciples(ctx, locale)]);
  const index = all.findIndex((principle) => principle.slug === address?.key);
  const principle = all[index];
  if (address === null || principle === undefined) throw new DomainError("principleNotFound");
  const [locales, slugs] = await Promise.all([
    ctx.db
      .select({ locale: principleTranslations.locale })
      .from(principleTranslations)
      .where(eq(principleTranslations.slug, principle.slug))
      .orderBy(principleTranslations.locale),
    currentSlugs(ctx, "principle", [principle.slug]),
  ]);
  return {
    slugs: new Map(locales.map((row) => [row.locale, slugs.get(principle.slug)?.get(row.locale) ?? principle.slug])),
    address: address.slug,
    principle,
    count: all.length,
    previous: all[index - 1] ?? null,
    next: all[index + 1] ?? null,
  };
}
