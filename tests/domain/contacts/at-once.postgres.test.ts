import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { getFlagship } from "~/domain/campaigns/get-campaign.server";
import { rollUpContacts } from "~/domain/contacts/roll-up-contacts.server";
import { contactTotals } from "~db/schema/contacts";
import { withPostgres } from "../../support/database";

const MANY = 5_000;

test.each([2, 4])("%d workers that count at once count each contact once", (workers) =>
  withPostgres(async (_, ctx) => {
    const { id } = await getFlagship(ctx, "en");
    await ctx.db.execute(sql`
      insert into contacts (campaign_id, id, congress, office, us_state, channel, state, outcome, locale, request_key, at)
      select ${id}, gen_random_uuid(), 119, (array['P000145', 'S001150', 'CA-14'])[1 + n % 3], 'CA', 'phone', 'reported',
        'voicemail', 'en', gen_random_uuid(), ${ctx.now().toISOString()}::timestamptz
      from generate_series(1, ${MANY}) as n`);
    ctx.clock.advance(10 * 60_000);
    const counted = await Promise.all(Array.from({ length: workers }, () => rollUpContacts(ctx, 200)));
    const left = await rollUpContacts(ctx);
    expect(counted.reduce((so, more) => so + more, left)).toBe(MANY);
    const totals = await ctx.db.select().from(contactTotals);
    expect(totals).toHaveLength(3);
    expect(totals.reduce((so, { count }) => so + count, 0)).toBe(MANY);
  })(),
);
