import { and, asc, count, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { rowsOf } from "~db/rows";
import { petitionDeliveryPeople } from "~db/schema/petition-deliveries";
import { publicSignatures } from "~db/schema/public-signatures";
import { signatures } from "~db/schema/signatures";
import type { Context } from "../context";
import type { Recipient } from "./delivery-facts";

/** Somebody as the documents show them. */
export interface ShownPerson {
  signatureId: string;
  /** Empty where the name is not shown. */
  name: string;
  /** Empty where there is none. */
  comment: string;
  country: string;
  usState: string | null;
  usDistrict: number | null;
}

/** What stands now: confirmed, not held, and wished by its signer; comments only once they were read. */
const isCounted = sql`g.state = 'confirmed' and g.held_at is null`;

/**
 * Notes up to `limit` more people whose name or comment a delivery shows, in the order in which they signed.
 * @returns the last of them; null where there are no more
 */
export async function notePeople(
  ctx: Context,
  delivery: { id: string; campaignId: string; asOf: Date },
  after: string | null,
  limit: number,
): Promise<string | null> {
  const answer = await ctx.db.execute(sql`
    with next as (
      select s.* from public_signatures s
      where s.campaign_id = ${delivery.campaignId} ${after === null ? sql`` : sql`and s.signature_id > ${after}`}
      order by s.signature_id limit ${limit}
    ), noted as (
      insert into petition_delivery_people (delivery_id, signature_id, campaign_id, country, us_state, us_district,
        shows_name, shows_comment)
      select ${delivery.id}, n.signature_id, n.campaign_id, g.country, g.us_state, g.us_district, n.shows_name,
        n.comment_state = 'approved'
      from next n join signatures g on g.campaign_id = n.campaign_id and g.id = n.signature_id
      where ${isCounted} and n.recorded_at <= ${delivery.asOf.toISOString()}::timestamptz
        and (n.shows_name or n.comment_state = 'approved')
      on conflict do nothing
    )
    select max(signature_id::text) as last, count(*)::integer as found from next`);
  const [row] = rowsOf(answer);
  return Number(row?.found) < limit ? null : String(row?.last);
}

/** Whose part of the people is meant: all, or those of a member's state or district. */
function inScope(recipient: Recipient | null): SQL | undefined {
  if (recipient === null) return undefined;
  return and(
    eq(petitionDeliveryPeople.usState, recipient.state),
    recipient.district === null ? undefined : eq(petitionDeliveryPeople.usDistrict, recipient.district),
  );
}

export type Shows = "name" | "comment" | "either";

function showing(what: Shows): SQL | undefined {
  const { showsName, showsComment } = petitionDeliveryPeople;
  if (what === "name") return eq(showsName, true);
  return what === "comment" ? eq(showsComment, true) : undefined;
}

/** How many a version shows. */
export async function countPeople(ctx: Context, deliveryId: string, recipient: Recipient | null, what: Shows) {
  const [row] = await ctx.db
    .select({ total: count() })
    .from(petitionDeliveryPeople)
    .where(and(eq(petitionDeliveryPeople.deliveryId, deliveryId), inScope(recipient), showing(what)));
  return row?.total ?? 0;
}

/** Reads a page of the people whom a version shows. Who has taken that back meanwhile is left out. */
export async function readPeople(
  ctx: Context,
  deliveryId: string,
  { recipient, what, after, limit }: { recipient: Recipient | null; what: Shows; after: string | null; limit: number },
): Promise<{ people: ShownPerson[]; last: string | null }> {
  const noted = await ctx.db
    .select()
    .from(petitionDeliveryPeople)
    .where(
      and(
        eq(petitionDeliveryPeople.deliveryId, deliveryId),
        inScope(recipient),
        showing(what),
        after === null ? undefined : gt(petitionDeliveryPeople.signatureId, after),
      ),
    )
    .orderBy(asc(petitionDeliveryPeople.signatureId))
    .limit(limit);
  const [first] = noted;
  if (first === undefined) return { people: [], last: null };
  const standing = await ctx.db
    .select({
      id: signatures.id,
      nameSealed: signatures.nameSealed,
      showsName: publicSignatures.showsName,
      commentSealed: publicSignatures.commentSealed,
      commentState: publicSignatures.commentState,
    })
    .from(publicSignatures)
    .innerJoin(
      signatures,
      and(eq(signatures.campaignId, publicSignatures.campaignId), eq(signatures.id, publicSignatures.signatureId)),
    )
    .where(
      and(
        eq(publicSignatures.campaignId, first.campaignId),
        inArray(
          publicSignatures.signatureId,
          noted.map(({ signatureId }) => signatureId),
        ),
        eq(signatures.state, "confirmed"),
        isNull(signatures.heldAt),
        or(eq(publicSignatures.showsName, true), eq(publicSignatures.commentState, "approved")),
      ),
    );
  const byId = new Map(standing.map((row) => [row.id, row]));
  const people = noted.flatMap(({ signatureId, country, usState, usDistrict, showsName, showsComment }) => {
    const row = byId.get(signatureId);
    if (row === undefined) return [];
    const name = showsName && row.showsName ? ctx.vault.open("signature.name", row.nameSealed) : "";
    const comment =
      showsComment && row.commentState === "approved" && row.commentSealed !== null
        ? ctx.vault.open("signature.comment", row.commentSealed)
        : "";
    return name === "" && comment === "" ? [] : [{ signatureId, name, comment, country, usState, usDistrict }];
  });
  return { people, last: noted.length < limit ? null : (noted.at(-1)?.signatureId ?? null) };
}
