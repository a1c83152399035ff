import { locales } from "~/i18n/locales";
import { contentKinds } from "~db/schema/content-items";
import type { TextState } from "../../content/list-content.server";

/** What texts of the desk can be looked for by. A text may be several of them: stale for its readers, and a new draft. */
export const deskStatuses = ["missing", "stale", "unreviewed", "draft", "in_review", "approved", "published"] as const;

export type DeskStatus = (typeof deskStatuses)[number];
export type DeskKind = (typeof contentKinds)[number];

export const deskKinds: readonly DeskKind[] = contentKinds;

/** Null where it is not narrowed. */
export interface DeskFilter {
  locale: (typeof locales)[number] | null;
  kind: DeskKind | null;
  status: DeskStatus | null;
}

/** Reads the address of the list; what it can't mean is left out. */
export function readDeskFilter(params: { get(name: string): string | null }): DeskFilter {
  const [locale, kind, status] = [params.get("locale"), params.get("kind"), params.get("status")];
  return {
    locale: locales.find((one) => one === locale) ?? null,
    kind: contentKinds.find((one) => one === kind) ?? null,
    status: deskStatuses.find((one) => one === status) ?? null,
  };
}

/** @param text undefined where nothing was ever written in the language */
export function hasStatus(text: TextState | undefined, status: DeskStatus): boolean {
  switch (status) {
    case "missing":
      return text === undefined || text.newest === null;
    case "stale":
      return text !== undefined && text.stale !== null;
    case "unreviewed":
      return text?.published?.isUnreviewed === true;
    case "published":
      return text !== undefined && text.published !== null;
    case "draft":
    case "in_review":
    case "approved":
      return text?.newest?.state === status;
  }
}
