import { listPrinciples, type Principle } from "~/domain/campaigns/list-principles.server";
import { findAddress } from "~/domain/content/find-address.server";
import type { Context } from "~/domain/context";
import { DomainError } from "~/domain/errors";

export interface PrinciplePage {
  /** Its address in the reader's language. */
  address: string;
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
  return {
    address: address.slug,
    principle,
    count: all.length,
    previous: all[index - 1] ?? null,
    next: all[index + 1] ?? null,
  };
}
