import { and, eq } from "drizzle-orm";
import type { Actor, Role } from "~/domain/content/actor";
import type { Context } from "~/domain/context";
import { contentItems, contentRevisions } from "~db/schema/content-items";

/** Somebody of the host. */
export function ofHost(name: string, ...roles: Role[]): Actor {
  return { name, organization: { kind: "host" }, roles };
}

export function ofPartner(name: string, id: string, ...roles: Role[]): Actor {
  return { name, organization: { kind: "partner", id }, roles };
}

/** Ada and Grace edit, Lin translates, Ruth is the lawyer. */
export const ada = ofHost("Ada", "editor");
export const grace = ofHost("Grace", "editor");
export const lin = ofHost("Lin", "translator");
export const ruth = ofHost("Ruth", "legal_reviewer");

export const principle = { kind: "principle", key: "data-minimization" };

/** Every version of a text in one language, oldest first. */
export async function versionsOf(
  ctx: Pick<Context, "db">,
  { kind, key }: { kind: string; key: string },
  locale: string,
) {
  const rows = await ctx.db
    .select({ kind: contentItems.kind, revision: contentRevisions })
    .from(contentRevisions)
    .innerJoin(contentItems, eq(contentItems.id, contentRevisions.itemId))
    .where(and(eq(contentItems.key, key), eq(contentRevisions.locale, locale)))
    .orderBy(contentRevisions.number);
  return rows.filter((row) => row.kind === kind).map(({ revision }) => revision);
}

/** The newest version, as somebody who writes on has seen it. */
export async function newestOf(ctx: Pick<Context, "db">, text: { kind: string; key: string }, locale: string) {
  const newest = (await versionsOf(ctx, text, locale)).at(-1);
  return newest ? { number: newest.number, sha256: newest.sha256 } : null;
}
