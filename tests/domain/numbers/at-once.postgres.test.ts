import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rollUpContacts } from "~/domain/contacts/roll-up-contacts.server";
import { foldSigned } from "~/domain/counting/fold-signed.server";
import { repairTotals } from "~/domain/counting/repair-totals.server";
import { countSome } from "~/domain/counting/roll-up.server";
import { createPageViews, viewedPage } from "~/domain/numbers/page-views.server";
import { createSwitchesSource } from "~/domain/switches/switches-source.server";
import { rowsOf } from "~db/rows";
import { type TestContext, withPostgres } from "../../support/database";
import { insertConfirmed } from "../counting/many-signatures";
import { recounted, rollUpAll, toldNumbers, trueNumbers } from "../counting/numbers";
import { openPetition } from "../signatures/signing";

const times = <T>(count: number, work: (position: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, position) => work(position)));

async function sums(ctx: TestContext) {
  const answer = await ctx.db.execute(sql`
    select series, sum(count)::integer as count from daily_numbers where value = '' or series = 'contact' group by 1`);
  return Object.fromEntries(rowsOf(answer).map(({ series, count }) => [String(series), Number(count)]));
}

test(
  "signatures, forms, contacts and page views that are counted at once are counted once",
  withPostgres(async (_, ctx) => {
    const { petition, sign } = await openPetition(ctx);
    await insertConfirmed(ctx, petition, 5_000);
    for (let person = 0; person < 20; person++) await sign({ email: `signer${person}@example.org` });
    await ctx.db.execute(sql`
      insert into signed_backlog (campaign_id, hour, count)
      select ${petition.campaignId}, ${ctx.now().toISOString()}::timestamptz - n % 40 * interval '1 hour', 1
      from generate_series(1, 5000) as n`);
    await ctx.db.execute(sql`
      insert into contacts (campaign_id, id, congress, office, us_state, channel, state, outcome, locale, request_key, at)
      select ${petition.campaignId}, gen_random_uuid(), 119, 'P000145', 'CA', 'phone', 'reported',
        case when n % 5 = 0 then 'no_answer' else 'voicemail' end, 'en', gen_random_uuid(),
        ${ctx.now().toISOString()}::timestamptz - n % 4 * interval '1 day' - interval '1 hour'
      from generate_series(1, 5000) as n`);
    const switches = createSwitchesSource(ctx);

    await times(4, async () => {
      const views = createPageViews(ctx, { switches });
      while ((await countSome(ctx, 200)) > 0) {
        await foldSigned(ctx, 200);
        views.note(viewedPage("en", "privacy-for-all"));
        await views.flush();
      }
      while ((await foldSigned(ctx, 200)) > 0) await rollUpContacts(ctx, 300);
      for (let reader = 0; reader < 10; reader++) views.note(viewedPage("sw", "privacy-for-all"));
      await views.stop();
    });
    await rollUpContacts(ctx);
    await rollUpAll(ctx);

    expect(await toldNumbers(ctx, petition.id)).toEqual(await trueNumbers(ctx, petition.id));
    const told = await sums(ctx);
    expect(told).toMatchObject({ signed: 5_020, confirmed: 5_000, contact: 4_000 });
    expect(told.view).toBeGreaterThanOrEqual(40);
    const right = { rows: 5_000, total: 5_000, regions: 5_000, misplaced: 0, numbers: 0 };
    expect(await recounted(ctx, petition.id)).toEqual(right);
  }),
);

test(
  "a repair beside the counting of contacts and page views loses none of them",
  withPostgres(async (_, ctx) => {
    const { petition } = await openPetition(ctx);
    await insertConfirmed(ctx, petition, 500);
    await rollUpAll(ctx);
    await ctx.db.execute(sql`update daily_numbers set count = count + 1 where series = 'country'`);
    await ctx.db.execute(sql`
      insert into contacts (campaign_id, id, congress, office, us_state, channel, state, outcome, locale, request_key, at)
      select ${petition.campaignId}, gen_random_uuid(), 119, 'P000145', 'CA', 'form', 'reported', 'sent', 'en',
        gen_random_uuid(), ${ctx.now().toISOString()}::timestamptz - interval '1 hour'
      from generate_series(1, 3000)`);
    const views = createPageViews(ctx, { switches: createSwitchesSource(ctx) });
    for (let reader = 0; reader < 10; reader++) views.note(viewedPage("en", "privacy-for-all"));

    const [repaired] = await Promise.all([
      repairTotals(ctx, { by: "Grace" }),
      times(3, () => rollUpContacts(ctx, 100)),
      views.flush(),
    ]);
    expect(repaired).toHaveLength(1);
    expect(await sums(ctx)).toMatchObject({ contact: 3_000, view: 10, confirmed: 500 });
    expect(await recounted(ctx, petition.id)).toMatchObject({ rows: 500, numbers: 0 });
  }),
);
