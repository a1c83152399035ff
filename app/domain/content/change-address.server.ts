import { and, eq, ne } from "drizzle-orm";
import { contentItems, contentSlugs } from "~db/schema/content-items";
import type { Context } from "../context";
import { retryConflict } from "../retry-conflict";
import type { Actor } from "./actor";
import type { Refusal, RevisionName } from "./content-outcome";
import { type ContentItem, holdItem } from "./find-item.server";
import { type AddressedKind, addressedKind } from "./give-address.server";
import { refusalToGoPublic } from "./hosts-yes.server";
import { isLocaleTag } from "./locale-tag";
import { refusalOf } from "./rights";
import { isSlug } from "./slug-rule";
import { auditText, ruledText } from "./take-step.server";

export type AddressOutcome =
  | { outcome: "done" | "already" }
  /** No address: small letters, digits and marks of any script in words joined by hyphens, at most 80 characters. */
  | { outcome: "notASlug" }
  /** Another item has it, or had it: its readers are still led there. */
  | { outcome: "taken" }
  /** The text has no page of its own, or is not published in this language. */
  | { outcome: "noAddress" }
  | Exclude<Refusal, { outcome: "conflict" }>;

/**
 * Gives a text another address in one language. The one before stays with it and leads to the new one for good, as do
 * all before that; going back to one of them is allowed.
 */
export function changeAddress(
  ctx: Context,
  actor: Actor,
  name: Omit<RevisionName, "number"> & { slug: string },
): Promise<AddressOutcome> {
  // Two items that want one address at once: the second finds it taken when it tries again.
  return retryConflict(() =>
    ctx.db.transaction(async (db) => {
      const tx = { ...ctx, db };
      const item = isLocaleTag(name.locale) ? await holdItem(tx, name) : null;
      if (item === null) return { outcome: "notFound" };
      const why = refusalOf(actor, "readdress", ruledText(item, name.locale));
      if (why === "organization") return { outcome: "notFound" };
      const refused = why ?? (await refusalToGoPublic(tx, actor, item.partnerId));
      if (refused !== null) return { outcome: "notAllowed", why: refused };
      const kind = addressedKind(item);
      if (kind === null) return { outcome: "noAddress" };
      if (!isSlug(name.slug)) return { outcome: "notASlug" };
      return move(tx, actor, { ...item, kind }, name);
    }),
  );
}

async function move(
  tx: Context,
  actor: Actor,
  item: ContentItem & { kind: AddressedKind },
  { locale, slug }: { locale: string; slug: string },
): Promise<AddressOutcome> {
  const { db, now } = tx;
  const isCurrentOne = and(
    eq(contentSlugs.itemId, item.id),
    eq(contentSlugs.locale, locale),
    eq(contentSlugs.isCurrent, true),
  );
  const [current] = await db.select({ slug: contentSlugs.slug }).from(contentSlugs).where(isCurrentOne);
  if (current === undefined) return { outcome: "noAddress" };
  if (current.slug === slug) return { outcome: "already" };

  const isThisSlug = and(
    eq(contentSlugs.kind, item.kind),
    eq(contentSlugs.locale, locale),
    eq(contentSlugs.slug, slug),
  );
  const [holder] = await db.select({ itemId: contentSlugs.itemId }).from(contentSlugs).where(isThisSlug);
  if (holder ? holder.itemId !== item.id : await isKeyOfAnother(tx, item, slug)) return { outcome: "taken" };

  await db.update(contentSlugs).set({ isCurrent: false }).where(isCurrentOne);
  if (holder) {
    await db.update(contentSlugs).set({ isCurrent: true, since: now() }).where(isThisSlug);
  } else {
    await db
      .insert(contentSlugs)
      .values({ kind: item.kind, locale, slug, itemId: item.id, isCurrent: true, since: now() });
  }
  await auditText(tx, actor, "rename", item, { locale, from: current.slug, to: slug });
  return { outcome: "done" };
}

/** A key is where an item is found in a language that it gets later. */
async function isKeyOfAnother({ db }: Context, item: ContentItem, slug: string): Promise<boolean> {
  const [other] = await db
    .select({ id: contentItems.id })
    .from(contentItems)
    .where(and(eq(contentItems.kind, item.kind), eq(contentItems.key, slug), ne(contentItems.id, item.id)));
  return other !== undefined;
}
