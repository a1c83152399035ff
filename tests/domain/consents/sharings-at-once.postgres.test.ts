import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { withdrawByToken } from "~/domain/signatures/withdraw-signature.server";
import { rowsOf } from "~db/rows";
import { withPostgres } from "../../support/database";
import { otherPartner, somePartner } from "../access/people";
import { petitionFor } from "../supporters/supporters";

test(
  "people who confirm and withdraw in one moment leave no sharing that the consents do not say",
  withPostgres(async (_, ctx) => {
    const { sign, confirm } = await petitionFor(ctx);
    const people = Array.from({ length: 12 }, (_, at) => `Person ${String.fromCharCode(97 + at)}`);
    const links = [];
    for (const person of people) {
      links.push(await sign(person, { partners: [somePartner], updates: true }));
      links.push(await sign(person, { partners: [somePartner, otherPartner] }));
    }
    const deeds = links.flatMap((link, at) => [
      () => confirm(link),
      ...(at % 3 === 0 ? [() => withdrawByToken(ctx, link.token, { locale: "en", gpc: false })] : []),
    ]);
    await Promise.allSettled(
      deeds.map((deed) => {
        ctx.clock.advance(1);
        return deed();
      }),
    );
    // Of a yes and a no at one instant the no counts, whichever came last: a sharing may stand there, which shows nobody.
    const wrong = rowsOf(
      await ctx.db.execute(sql`
        with said as (
          select distinct on (signature_id, purpose, partner_id) signature_id, granted,
            coalesce(partner_id, (select host_id from campaigns where id = campaign_id)) as recipient_id
          from consents where purpose <> 'petition'
          order by signature_id, purpose, partner_id, recorded_at desc, granted asc
        )
        select * from said full join sharings using (signature_id, recipient_id)
        where coalesce(granted, false) and (sharings.since is null or ended_at is not null)
          or sharings.since is not null and ended_at is null and granted is null`),
    );
    expect(wrong).toEqual([]);
  }),
);
