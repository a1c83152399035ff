import { sql } from "drizzle-orm";
import type { Context } from "~/domain/context";

/**
 * Writes confirmed signatures straight into the table, too many to sign one by one: in 40 countries by turns,
 * every fourth in a district of the United States.
 */
export async function insertConfirmed(
  ctx: Context,
  petition: { id: string; campaignId: string },
  rows: number,
): Promise<void> {
  await ctx.db.execute(sql`
    insert into signatures (campaign_id, id, petition_id, state, mailbox_hash, identity_hash, mailbox_slot,
      name_sealed, email_sealed, country, us_state, us_district, locale, source, signed_at, confirmed_at)
    select ${petition.campaignId}, gen_random_uuid(), ${petition.id}, 'confirmed', 'mailbox ' || key, 'identity ' || key, 1,
      repeat('n', 80), repeat('e', 80),
      case when n % 4 = 0 then 'US' else chr(65 + n % 4) || chr(65 + n % 10) end,
      case when n % 4 = 0 then (array['CA', 'TX', 'NY'])[1 + n / 4 % 3] end,
      case when n % 4 = 0 then (n / 12 % 30)::smallint end,
      (array['en', 'sw'])[1 + n % 2], case when n % 3 = 0 then 'tag-' || n % 7 end,
      ${ctx.now().toISOString()}::timestamptz - n % 50 * interval '1 hour', ${ctx.now().toISOString()}::timestamptz
    from generate_series(1, ${rows}) as n, lateral (select gen_random_uuid() || ' ' || n as key) as made`);
}
