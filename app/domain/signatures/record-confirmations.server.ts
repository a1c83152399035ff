import { sql } from "drizzle-orm";
import { consentsOf } from "../consents/consents-of";
import type { Context } from "../context";
import { suppressionHash } from "../suppressions/address-hash";
import type { Confirmation } from "./confirmation.server";
import type { ConfirmedPlace } from "./confirmed-place";

export interface ToRecord {
  confirmation: Confirmation;
  place: ConfirmedPlace;
}

/**
 * Records in one statement, and so in one transaction, that mails were confirmed: each link is used once, its
 * signature counts, its consents are written, and a yes to the newsletter lets mail go again to a mailbox that
 * had unsubscribed before the form was sent. A signature that was withdrawn meanwhile gains nothing; one that was
 * struck in this very moment stays struck, and is confirmed should it be given back.
 * Locks in the order confirmation, signature, as all who change both do.
 * @param entries of different signatures
 */
export async function recordConfirmations(ctx: Context, entries: ToRecord[]): Promise<void> {
  const now = ctx.now().toISOString();
  const given = entries.map(({ confirmation, place }) => ({
    campaign_id: confirmation.campaignId,
    id: confirmation.id,
    country: confirmation.country,
    locale: confirmation.locale,
    us_state: place.usState,
    us_district: place.usDistrict,
    resubscribed_hash: confirmation.choices.newsletter ? suppressionHash(ctx, confirmation.email) : null,
    given_at: confirmation.givenAt,
  }));
  const consents = entries.flatMap(({ confirmation }) =>
    consentsOf(ctx, confirmation.choices, confirmation.givenAt).map((row) => ({
      ...row,
      confirmation_id: confirmation.id,
    })),
  );
  await ctx.db.execute(sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(given)}::json) as g(
        campaign_id uuid, id uuid, country text, locale text, us_state text, us_district smallint,
        resubscribed_hash text, given_at timestamptz)
    ), used as (
      update confirmations c set used_at = ${now}::timestamptz
      from given g
      where c.campaign_id = g.campaign_id and c.id = g.id and c.used_at is null
      returning c.campaign_id, c.id, c.signature_id
    ), confirmed as (
      update signatures s
      set state = case s.state when 'struck' then s.state else 'confirmed' end, confirmed_at = ${now}::timestamptz,
        country = g.country, locale = g.locale, us_state = g.us_state, us_district = g.us_district
      from used u join given g using (campaign_id, id)
      where s.campaign_id = u.campaign_id and s.id = u.signature_id
        and (s.state = 'pending' or (s.state = 'struck' and s.confirmed_at is null))
    ), standing as (
      select u.campaign_id, u.id, u.signature_id from used u
      join signatures s on s.campaign_id = u.campaign_id and s.id = u.signature_id
      where s.state in ('pending', 'confirmed', 'struck')
    ), resubscribed as (
      delete from suppressions x using given g join standing t using (campaign_id, id)
      where x.address_hash = g.resubscribed_hash and x.reason = 'unsubscribed' and x.since < g.given_at
    )
    insert into consents (campaign_id, id, signature_id, purpose, partner_id, granted, wording_id, locale, source,
      gpc, given_at, recorded_at)
    select t.campaign_id, n.id, t.signature_id, n.purpose, n.partner_id, true, n.wording_id, n.locale, 'sign_form',
      n.gpc, n.given_at, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(consents)}::json) as n(
      confirmation_id uuid, id uuid, purpose text, partner_id uuid, wording_id uuid, locale text, gpc boolean,
      given_at timestamptz)
    join standing t on t.id = n.confirmation_id`);
}
