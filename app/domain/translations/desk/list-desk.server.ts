import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { locales } from "~/i18n/locales";
import { contentItems, contentRevisions } from "~db/schema/content-items";
import { authorize } from "../../access/authorize";
import type { PortalActor } from "../../access/portal-actor";
import {
  type ContentState,
  type LocaleProgress,
  listContent,
  progressOf,
  type TextState,
} from "../../content/list-content.server";
import type { Context } from "../../context";
import { type DeskFilter, type DeskKind, type deskStatuses, hasStatus } from "./desk-filter";
import { itemParam } from "./item-name";

export const TEXTS_ON_PAGE = 40;
/** Of a text without a title. */
const LONGEST_TITLE = 90;

/** One text in one language. */
export interface DeskLine {
  kind: DeskKind;
  key: string;
  /** In the words of its source. */
  title: string;
  sourceLocale: string;
  locale: string;
  isSource: boolean;
  /** Null where nothing is written. */
  text: TextState | null;
}

export interface Desk {
  lines: DeskLine[];
  total: number;
  page: number;
  pages: number;
  /** Of each language, for the kind that is looked for. */
  progress: LocaleProgress[];
  /** How many texts there are of each status, in the language and of the kind that is looked for. */
  counts: Record<(typeof deskStatuses)[number], number>;
}

/**
 * Everything that the actor's organization has to translate: the host's people see all texts, a partner's its own.
 * @throws {DomainError} notAllowed
 */
export async function listDesk(ctx: Context, actor: PortalActor, filter: DeskFilter, page: number): Promise<Desk> {
  authorize(actor, "content.read");
  const contents = await listContent(ctx, actor, filter.kind === null ? {} : { kind: filter.kind });
  const wanted = filter.locale === null ? locales : [filter.locale];
  const all = contents.flatMap((content) =>
    wanted.map((locale) => ({ content, locale, text: textIn(content, locale) })),
  );
  const count = (status: (typeof deskStatuses)[number]) => all.filter(({ text }) => hasStatus(text, status)).length;
  const { status } = filter;
  const found = (status === null ? all : all.filter(({ text }) => hasStatus(text, status)))
    .map((one) => ({ ...one, rank: rankOf(one.text) }))
    .sort((one, other) => one.rank - other.rank);
  const pages = Math.max(1, Math.ceil(found.length / TEXTS_ON_PAGE));
  const at = Math.min(page, pages);
  const shown = found.slice((at - 1) * TEXTS_ON_PAGE, at * TEXTS_ON_PAGE);
  const titles = await listTitles(
    ctx,
    shown.map(({ content }) => content),
  );
  return {
    lines: shown.map(({ content: { kind, key, sourceLocale }, locale, text }) => ({
      ...{ kind, key, sourceLocale, locale },
      title: titles.get(itemParam({ kind, key })) ?? key,
      isSource: locale === sourceLocale,
      text: text ?? null,
    })),
    total: found.length,
    page: at,
    pages,
    progress: progressOf(contents, locales),
    counts: {
      missing: count("missing"),
      stale: count("stale"),
      unreviewed: count("unreviewed"),
      draft: count("draft"),
      in_review: count("in_review"),
      approved: count("approved"),
      published: count("published"),
    },
  };
}

/** What waits for somebody comes first, and what readers have last. */
function rankOf(text: TextState | undefined): number {
  const order = ["in_review", "stale", "draft", "approved", "unreviewed", "missing"] as const;
  const rank = order.findIndex((status) => hasStatus(text, status));
  return rank === -1 ? order.length : rank;
}

function textIn(content: ContentState, locale: string): TextState | undefined {
  return content.texts.find((text) => text.locale === locale);
}

/** How each item is called in its source, by kind and key. A wording has no title, and is called as it begins. */
async function listTitles(
  { db }: Pick<Context, "db">,
  contents: readonly Pick<ContentState, "key">[],
): Promise<Map<string, string>> {
  if (contents.length === 0) return new Map();
  const { fields } = contentRevisions;
  const rows = await db
    .select({
      kind: contentItems.kind,
      key: contentItems.key,
      title: sql<string | null>`coalesce(${fields}->>'title', ${fields}->>'name', ${fields}->>'text')`,
    })
    .from(contentRevisions)
    .innerJoin(
      contentItems,
      and(eq(contentItems.id, contentRevisions.itemId), eq(contentItems.sourceLocale, contentRevisions.locale)),
    )
    .where(inArray(contentItems.key, [...new Set(contents.map(({ key }) => key))]))
    .orderBy(desc(contentRevisions.number));
  const titles = new Map<string, string>();
  for (const { kind, key, title } of rows) {
    const name = itemParam({ kind, key });
    if (title !== null && !titles.has(name)) titles.set(name, shortened(title));
  }
  return titles;
}

function shortened(title: string): string {
  return title.length <= LONGEST_TITLE ? title : `${[...title].slice(0, LONGEST_TITLE).join("")}…`;
}
