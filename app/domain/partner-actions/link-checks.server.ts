import { and, asc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { linkChecks } from "~db/schema/link-checks";
import { partnerActions } from "~db/schema/partner-actions";
import type { Context } from "../context";
import { enqueue } from "../outbox/enqueue.server";
import type { LinkAnswer, LinkFault } from "./link-checker";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Somebody who presses the button again and again asks once. */
const ASKED_AGAIN_MS = MINUTE_MS;
/** A page that worked is looked at once a week, one that did not once a day. */
const WORKS_DAYS = 7;
const DEAD_DAYS = 1;
/** In one turn, so that no site hears from us often. */
const AT_ONCE = 10;

/** What is known of a link. */
export interface LinkState {
  state: "unchecked" | "works" | "dead";
  fault: LinkFault | null;
  status: number | null;
  checkedAt: Date | null;
}

const unchecked: LinkState = { state: "unchecked", fault: null, status: null, checkedAt: null };

/** What is known of links, by the link. */
export async function findLinkStates(
  { db }: Pick<Context, "db">,
  urls: readonly (string | null)[],
): Promise<(url: string | null) => LinkState> {
  const wanted = [...new Set(urls.filter((url) => url !== null))];
  const rows =
    wanted.length === 0
      ? []
      : await db
          .select()
          .from(linkChecks)
          .where(or(...wanted.map(isUrl)));
  const known = new Map(
    rows.map(({ url, state, fault, status, checkedAt }) => [url, { state, fault, status, checkedAt }]),
  );
  return (url) => (url === null ? unchecked : (known.get(url) ?? unchecked));
}

const isUrl = (url: string) => eq(linkChecks.url, url);

/** Has a link looked at, in the transaction of `ctx.db`. One that is known already only where it is asked for `again`. */
export async function askForLinkCheck(ctx: Context, url: string, { again = false } = {}): Promise<void> {
  const now = ctx.now();
  const made = await ctx.db
    .insert(linkChecks)
    .values({ id: ctx.newId(), url, state: "unchecked", askedAt: now })
    .onConflictDoNothing({ target: linkChecks.url })
    .returning({ id: linkChecks.id });
  const asked =
    made.length > 0 || !again
      ? made
      : await ctx.db
          .update(linkChecks)
          .set({ askedAt: now })
          .where(and(eq(linkChecks.url, url), lt(linkChecks.askedAt, new Date(now.getTime() - ASKED_AGAIN_MS))))
          .returning({ id: linkChecks.id });
  for (const { id } of asked) {
    await enqueue(ctx, "check-action-link", { linkId: id }, { uniqueKey: `check-action-link ${id} ${now.getTime()}` });
  }
}

/** The link that a job is about; null where nobody needs to know any more. */
export async function findLinkToCheck({ db }: Pick<Context, "db">, id: string): Promise<string | null> {
  const [row] = await db.select({ url: linkChecks.url }).from(linkChecks).where(eq(linkChecks.id, id));
  return row?.url ?? null;
}

/** Keeps what was seen behind a link. */
export async function keepLinkAnswer(ctx: Context, id: string, answer: LinkAnswer): Promise<void> {
  const fault = answer.state === "dead" ? answer.fault : null;
  await ctx.db
    .update(linkChecks)
    .set({ state: answer.state, fault, status: answer.status, checkedAt: ctx.now() })
    .where(eq(linkChecks.id, id));
}

/** Has links looked at anew that were last seen long ago and that signers are still offered: a few, the oldest first. */
export async function recheckLinks(ctx: Context): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const now = ctx.now();
    const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
    const due = await db
      .selectDistinct({ url: linkChecks.url, checkedAt: linkChecks.checkedAt })
      .from(linkChecks)
      .innerJoin(partnerActions, eq(partnerActions.link, linkChecks.url))
      .where(
        and(
          eq(partnerActions.status, "published"),
          or(isNull(partnerActions.endsAt), gt(partnerActions.endsAt, now)),
          or(
            lt(linkChecks.checkedAt, before(WORKS_DAYS)),
            and(eq(linkChecks.state, "dead"), lt(linkChecks.checkedAt, before(DEAD_DAYS))),
          ),
        ),
      )
      .orderBy(asc(linkChecks.checkedAt))
      .limit(AT_ONCE);
    for (const { url } of due) await askForLinkCheck(tx, url, { again: true });
  });
}

/** Forgets what no action leads to, or would lead to, any more. */
export async function forgetLinks({ db, now }: Pick<Context, "db" | "now">): Promise<void> {
  await db
    .delete(linkChecks)
    .where(
      and(
        lt(linkChecks.askedAt, new Date(now().getTime() - 90 * DAY_MS)),
        sql`not exists (select 1 from ${partnerActions} where ${partnerActions.link} = ${linkChecks.url})`,
      ),
    );
}
