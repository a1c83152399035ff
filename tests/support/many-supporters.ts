import { eq, sql } from "drizzle-orm";
import type { Vault } from "~/domain/context";
import type { Database } from "~db/database";
import { campaigns } from "~db/schema/campaigns";
import { partners } from "~db/schema/partners";
import { petitions } from "~db/schema/petitions";

const ROWS_AT_ONCE = 20_000;

/**
 * Makes confirmed signatures of the flagship petition that said yes to a partner, a minute apart up to `until`, with all
 * that real ones leave in the database. Names and addresses are sealed, a hundred different ones.
 */
export async function fillSupporters(
  db: Database,
  vault: Pick<Vault, "seal">,
  { partner, rows, until }: { partner: string; rows: number; until: Date },
): Promise<void> {
  const [petition] = await db
    .select({ id: petitions.id, campaignId: petitions.campaignId })
    .from(petitions)
    .innerJoin(campaigns, eq(campaigns.id, petitions.campaignId))
    .where(eq(campaigns.isFlagship, true));
  const [recipient] = await db.select({ id: partners.id }).from(partners).where(eq(partners.slug, partner));
  if (petition === undefined || recipient === undefined) throw new Error("There is no such petition, or partner.");
  const people = Array.from({ length: 100 }, (_, at) => ({
    name: vault.seal("signature.name", `Supporter Number ${at}`),
    email: vault.seal("signature.email", `supporter.number.${at}@mail.example`),
  }));
  for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
    const to = Math.min(from + ROWS_AT_ONCE, rows) - 1;
    await db.execute(sql`
      with people as (
        select row_number() over () - 1 as at, p.name, p.email
        from json_to_recordset(${JSON.stringify(people)}::json) as p(name text, email text)
      ), given as (
        select n, moment, md5(n::text || 'signature') as hash, p.name, p.email,
          (array['KE', 'MX', 'DE', 'FR', 'BR', 'IN'])[1 + n % 6] as country
        from generate_series(${from}::int, ${to}::int) n
        join people p on p.at = n % 100
        cross join lateral (
          select ${until.toISOString()}::timestamptz - (${rows}::int - n) * interval '1 minute' as moment) m
      ), made as (
        insert into signatures (campaign_id, id, petition_id, state, mailbox_hash, identity_hash, mailbox_slot,
          name_sealed, email_sealed, country, locale, signed_at, confirmed_at, counted_at, counted_country)
        select ${petition.campaignId}::uuid,
          (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3)
            || '8' || substr(hash, 4, 15))::uuid,
          ${petition.id}::uuid, 'confirmed', hash, hash, 1, name, email, country, 'en', moment, moment, moment, country
        from given
        returning campaign_id, id, country, locale, confirmed_at
      ), agreed as (
        insert into consents (campaign_id, id, signature_id, purpose, partner_id, granted, wording_id, locale, source,
          gpc, given_at, recorded_at)
        select campaign_id, gen_random_uuid(), made.id, w.purpose,
          case w.purpose when 'partner_sharing' then ${recipient.id}::uuid end, true, w.id, 'en', 'sign_form', false,
          confirmed_at, confirmed_at
        from made join consent_wordings w on w.locale = 'en' and w.version = 1 and w.purpose <> 'newsletter'
      )
      insert into sharings (campaign_id, signature_id, recipient_id, country, locale, since)
      select campaign_id, id, ${recipient.id}::uuid, country, locale, confirmed_at from made`);
  }
}
