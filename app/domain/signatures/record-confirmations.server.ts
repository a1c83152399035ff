import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "~db/rows";
import { consentsOf, publicConsentsOf } from "../consents/consents-of";
import type { Context } from "../context";
import type { ReadyPublicChoice } from "../public-signatures/prepare-public-choices.server";
import { suppressionHash } from "../suppressions/address-hash";
import type { Confirmation } from "./confirmation.server";
import type { ConfirmedPlace } from "./confirmed-place";

export interface ToRecord {
  confirmation: Confirmation;
  place: ConfirmedPlace;
  /** What shall be shown of the signature; null where nothing was chosen. */
  choice: ReadyPublicChoice | null;
}

/**
 * Records in one statement, and so in one transaction, that mails were confirmed: each link is used once, its
 * signature counts, its consents are written, with whom they share the person (`sharings`) and what of it shall be shown,
 * and a yes to the newsletter lets mail go again to a mailbox that had unsubscribed before the form was sent. A
 * signature that was withdrawn meanwhile gains nothing; one that was struck in this very moment stays struck, and is
 * confirmed should it be given back.
 *
 * Writing to the signature, even where it is confirmed already, holds it to the end: a withdrawal at the same time
 * comes before all of this, or after. Locks in the order confirmation, signature, as all who change both do, and the
 * signatures in the order of their ids.
 * @param entries of different signatures
 * @returns ids of the confirmations that were recorded. The others are used or gone meanwhile, or their signature was
 *   withdrawn
 */
export async function recordConfirmations(ctx: Context, entries: ToRecord[]): Promise<Set<string>> {
  const now = ctx.now().toISOString();
  const inOrder = entries.toSorted((a, b) => (a.confirmation.signatureId < b.confirmation.signatureId ? -1 : 1));
  const given = inOrder.map(({ confirmation, place }) => ({
    campaign_id: confirmation.campaignId,
    id: confirmation.id,
    country: confirmation.country,
    locale: confirmation.locale,
    us_state: place.usState,
    us_district: place.usDistrict,
    resubscribed_hash: confirmation.choices.newsletter ? suppressionHash(ctx, confirmation.email) : null,
    given_at: confirmation.givenAt,
    partner_ids: confirmation.choices.partnerIds,
  }));
  const consents = inOrder.flatMap(({ confirmation, choice }) =>
    [
      ...consentsOf(ctx, confirmation.choices, confirmation.givenAt),
      ...(choice === null ? [] : publicConsentsOf(ctx, choice)),
    ].map((row) => ({ ...row, confirmation_id: confirmation.id })),
  );
  const shown = inOrder.flatMap(({ confirmation, choice }) =>
    choice === null
      ? []
      : [{ confirmation_id: confirmation.id, shows_name: choice.showsName, comment_sealed: choice.commentSealed }],
  );
  const answer = await ctx.db.execute(sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(given)}::json) as g(
        campaign_id uuid, id uuid, country text, locale text, us_state text, us_district smallint,
        resubscribed_hash text, given_at timestamptz, partner_ids uuid[])
    ), used as (
      update confirmations c set used_at = ${now}::timestamptz
      from given g
      where c.campaign_id = g.campaign_id and c.id = g.id and c.used_at is null
      returning c.campaign_id, c.id, c.signature_id
    ), standing as (
      update signatures s
      set state = case s.state when 'pending' then 'confirmed' else s.state end,
        confirmed_at = coalesce(s.confirmed_at, ${now}::timestamptz),
        country = case when s.confirmed_at is null then g.country else s.country end,
        locale = case when s.confirmed_at is null then g.locale else s.locale end,
        us_state = case when s.confirmed_at is null then g.us_state else s.us_state end,
        us_district = case when s.confirmed_at is null then g.us_district else s.us_district end,
        shared_with = case when cardinality(g.partner_ids) = 0 then s.shared_with else
          (select array_agg(distinct p order by p) from unnest(s.shared_with || g.partner_ids) as p) end
      from used u join given g using (campaign_id, id)
      where s.campaign_id = u.campaign_id and s.id = u.signature_id and s.state in ('pending', 'confirmed', 'struck')
      returning u.campaign_id, u.id, u.signature_id, s.country, s.locale
    ), resubscribed as (
      delete from suppressions x using given g join standing t using (campaign_id, id)
      where x.address_hash = g.resubscribed_hash and x.reason = 'unsubscribed' and x.since < g.given_at
    ), said as (
      select * from json_to_recordset(${JSON.stringify(consents)}::json) as n(
        confirmation_id uuid, id uuid, purpose text, partner_id uuid, wording_id uuid, locale text, gpc boolean,
        source text, given_at timestamptz)
    ), agreed as (
      insert into consents (campaign_id, id, signature_id, purpose, partner_id, granted, wording_id, locale, source,
        gpc, given_at, recorded_at)
      select t.campaign_id, n.id, t.signature_id, n.purpose, n.partner_id, true, n.wording_id, n.locale, n.source,
        n.gpc, n.given_at, ${now}::timestamptz
      from said n join standing t on t.id = n.confirmation_id
    ), shared as (
      insert into sharings (campaign_id, signature_id, recipient_id, country, locale, since)
      select distinct t.campaign_id, t.signature_id, coalesce(n.partner_id, k.host_id), t.country, t.locale,
        ${now}::timestamptz
      from said n join standing t on t.id = n.confirmation_id join campaigns k on k.id = t.campaign_id
      where n.purpose in ('newsletter', 'partner_sharing')
      on conflict (campaign_id, signature_id, recipient_id) do update
      set since = excluded.since, country = excluded.country, locale = excluded.locale, ended_at = null
      where sharings.ended_at is not null
    )${shown.length === 0 ? sql`` : showing(shown, now)}
    select id from standing`);
  return new Set(rowsOf(answer).map(({ id }) => String(id)));
}

/** Keeps what shall be shown. A name once shown stays so with a later link; a new comment takes the place of the old one. */
function showing(shown: readonly { confirmation_id: string }[], now: string): SQL {
  return sql`, shown as (
      insert into public_signatures (campaign_id, signature_id, shows_name, comment_sealed, comment_state, recorded_at)
      select t.campaign_id, t.signature_id, n.shows_name, n.comment_sealed,
        case when n.comment_sealed is null then 'none' else 'waiting' end, ${now}::timestamptz
      from json_to_recordset(${JSON.stringify(shown)}::json)
        as n(confirmation_id uuid, shows_name boolean, comment_sealed text)
      join standing t on t.id = n.confirmation_id
      on conflict (campaign_id, signature_id) do update set
        shows_name = public_signatures.shows_name or excluded.shows_name,
        comment_sealed = coalesce(excluded.comment_sealed, public_signatures.comment_sealed),
        comment_state = case when excluded.comment_sealed is null then public_signatures.comment_state else 'waiting' end
    )`;
}
