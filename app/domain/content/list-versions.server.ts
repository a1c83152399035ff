import type { Context } from "../context";
import type { Actor } from "./actor";
import type { RevisionName } from "./content-outcome";
import { findItem, listRevisions, type Revision } from "./find-item.server";
import { maySee } from "./rights";

/** Every version of a text in one language with what it says, newest first. */
export interface TextVersions {
  sourceLocale: string;
  versions: Revision[];
}

/** @returns null where there is no such item, or where the actor may not see it */
export async function findVersions(
  ctx: Context,
  actor: Actor,
  name: Omit<RevisionName, "number">,
): Promise<TextVersions | null> {
  const item = await findItem(ctx, name);
  if (item === null || !maySee(actor, item) || name.locale.includes("\0")) return null;
  return { sourceLocale: item.sourceLocale, versions: await listRevisions(ctx, item.id, name.locale) };
}
