import type postgres from "postgres";

/**
 * Makes confirmed signatures in SQL, with hashes and sealed texts as long as real ones, and with the confirmations
 * that real ones have.
 * @param options.isCounted as the roll-up leaves them
 */
export async function fillSignatures(
  sql: postgres.Sql,
  petition: { id: string; campaignId: string },
  options: { rows: number; isCounted: boolean },
): Promise<void> {
  const CHUNK = 500_000;
  for (let made = 0; made < options.rows; made += CHUNK) {
    const rows = Math.min(CHUNK, options.rows - made);
    await sql`
      insert into signatures (campaign_id, id, petition_id, state, mailbox_hash, identity_hash, mailbox_slot, name_sealed,
        email_sealed, country, locale, signed_at, confirmed_at, domain_hash, counted_at, counted_country, counted_locale)
      select ${petition.campaignId}, gen_random_uuid(), ${petition.id}, 'confirmed',
        translate(encode(sha256(uuid_send(gen_random_uuid())), 'base64'), '+/=', '-_'),
        translate(encode(sha256(uuid_send(gen_random_uuid())), 'base64'), '+/=', '-_'), 1,
        'v1.k1.' || repeat(md5(n::text), 2), 'v1.k1.' || repeat(md5(n::text), 3), place.country, 'en',
        now() - interval '3 days' * random(), now() - interval '1 day', md5((n % 30)::text),
        case when ${options.isCounted} then now() end, case when ${options.isCounted} then place.country end,
        case when ${options.isCounted} then 'en' end
      from generate_series(1, ${rows}::int) n
      cross join lateral (select (array['KE', 'MX', 'DE', 'FR', 'BR', 'IN'])[1 + n % 6] as country) place`;
  }
}
