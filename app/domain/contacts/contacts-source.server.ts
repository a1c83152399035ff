import { eq, sql } from "drizzle-orm";
import { campaigns } from "~db/schema/campaigns";
import { contactTotals } from "~db/schema/contacts";
import type { Context } from "../context";
import { createPolled, type Polled } from "../polled";
import { type PublishedContacts, publishContacts } from "./publish-contacts";

/** The contacts of the published campaigns, by slug. */
export type Contacts = ReadonlyMap<string, PublishedContacts>;
export type ContactsSource = Polled<Contacts>;

/** The totals themselves are ten minutes old, so this adds little. */
const READ_EVERY_MS = 30_000;

/** Keeps the public numbers of contacts in memory: no request asks the database for them. */
export function createContactsSource(
  ctx: Pick<Context, "db" | "now">,
  settings: { onError?: (error: unknown) => void } = {},
): ContactsSource {
  const source = createPolled({ read: () => readContacts(ctx), everyMs: READ_EVERY_MS, ...settings });
  return {
    ...source,
    start() {
      // Pages leave the numbers out until there are some; the next reading tries again.
      source.load().catch(() => undefined);
      source.start();
    },
  };
}

async function readContacts(ctx: Pick<Context, "db" | "now">): Promise<Contacts> {
  const now = ctx.now();
  const weekAgo = new Date(now.getTime() - 7 * 86_400_000).toISOString().slice(0, 10);
  // Days of which nobody asks any more are one row.
  const day = sql<string>`case when ${contactTotals.day} < ${weekAgo}::date then '' else ${contactTotals.day}::text end`;
  const rows = await ctx.db
    .select({
      slug: campaigns.slug,
      office: contactTotals.office,
      channel: contactTotals.channel,
      outcome: contactTotals.outcome,
      day: day.as("day"),
      count: sql<number>`sum(${contactTotals.count})::integer`,
    })
    .from(contactTotals)
    .innerJoin(campaigns, eq(campaigns.id, contactTotals.campaignId))
    .where(eq(campaigns.status, "published"))
    .groupBy(campaigns.slug, contactTotals.office, contactTotals.channel, contactTotals.outcome, sql`5`);
  const slugs = new Set(rows.map(({ slug }) => slug));
  return new Map(
    [...slugs].map((slug) => [
      slug,
      publishContacts(
        rows.filter((row) => row.slug === slug),
        now,
      ),
    ]),
  );
}
