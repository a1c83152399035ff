import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isNull, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { revokeConsents } from "~/domain/consents/revoke-consents.server";
import { withdrawByToken } from "~/domain/signatures/withdraw-signature.server";
import { migrationsFolder } from "~db/migrate";
import { rowsOf } from "~db/rows";
import { sharings } from "~db/schema/sharings";
import { signatures } from "~db/schema/signatures";
import { type TestContext, withContext } from "../../support/database";
import { otherPartner, somePartner } from "../access/people";
import { petitionFor, type Signed } from "../supporters/supporters";

const page = { locale: "en", gpc: false };

/** Whoever says yes to whom by the consents alone, as `signature recipient`. */
async function yesesByConsents(ctx: TestContext): Promise<string[]> {
  const rows = rowsOf(
    await ctx.db.execute(sql`
      select newest.signature_id as signature, coalesce(newest.partner_id, c.host_id) as recipient
      from (
        select distinct on (signature_id, purpose, partner_id) * from consents
        order by signature_id, purpose, partner_id, recorded_at desc, granted asc) newest
      join campaigns c on c.id = newest.campaign_id
      where newest.granted and newest.purpose <> 'petition'`),
  );
  return rows.map(({ signature, recipient }) => `${signature} ${recipient}`).sort();
}

async function standingSharings(ctx: TestContext): Promise<string[]> {
  const rows = await ctx.db.select().from(sharings).where(isNull(sharings.endedAt));
  return rows.map(({ signatureId, recipientId }) => `${signatureId} ${recipientId}`).sort();
}

/** Numbers that look random and are the same in every run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

test.each([1, 2, 3, 4])("whatever people do, in whatever order, sharings say what the consents say (%i)", (seed) =>
  withContext(async (ctx) => {
    const roll = dice(seed);
    const { sign, confirm } = await petitionFor(ctx);
    const links: Signed[] = [];
    const partnersOf = (number: number) =>
      [[], [somePartner], [otherPartner], [somePartner, otherPartner]][number] ?? [];
    for (let step = 0; step < 60; step++) {
      ctx.clock.advance(1_000);
      const link = links[roll(links.length || 1)];
      const deed = roll(6);
      if (deed < 2 || link === undefined) {
        const ticked = { updates: roll(2) === 1, partners: partnersOf(roll(4)), gpc: roll(5) === 0 };
        // Several forms of one person, some of them with other boxes ticked.
        links.push(await sign(`Person ${"abcd"[roll(4)]}`, ticked).catch(() => links[0] ?? Promise.reject()));
      } else if (deed < 4) {
        await confirm(link).catch(() => undefined);
      } else if (deed === 4) {
        const purpose = roll(2) === 1 ? ("newsletter" as const) : ("partner_sharing" as const);
        await revokeConsents(ctx, link, [purpose], { source: "withdrawal", ...page });
      } else if (roll(3) === 0) {
        await withdrawByToken(ctx, link.token, page).catch(() => undefined);
      }
    }
    const yeses = await yesesByConsents(ctx);
    expect(yeses.length).toBeGreaterThan(0);
    expect(await standingSharings(ctx)).toEqual(yeses);
  })(),
);

test(
  "a sharing keeps its moment and its subject while the yes stands, and its subject when it is said again later",
  withContext(async (ctx) => {
    const { sign, confirm } = await petitionFor(ctx);
    const first = await sign("Ada", { partners: [somePartner] });
    const second = await sign("Ada", { partners: [somePartner], updates: true });
    const third = await sign("Ada", { partners: [somePartner, otherPartner] });
    const ofPartner = async () =>
      (await ctx.db.select().from(sharings)).find(({ recipientId }) => recipientId === recipient);
    await confirm(first);
    const recipient = (await ctx.db.select().from(sharings))[0]?.recipientId;
    const before = await ofPartner();
    ctx.clock.advance(1_000);
    await confirm(second);
    expect(await ofPartner()).toEqual(before);

    ctx.clock.advance(1_000);
    await revokeConsents(ctx, first, ["partner_sharing"], { source: "withdrawal", ...page });
    expect(await ofPartner()).toEqual({ ...before, endedAt: ctx.now() });
    ctx.clock.advance(1_000);
    await confirm(third);
    expect(await ofPartner()).toEqual({ ...before, since: ctx.now() });
    const subjects = (await ctx.db.select().from(sharings)).map(({ subjectId }) => subjectId);
    expect(new Set(subjects).size, "Each recipient knows the person by an id of its own.").toBe(3);
  }),
);

test(
  "a sharing goes with its signature",
  withContext(async (ctx) => {
    const { support } = await petitionFor(ctx);
    await support("Ada", { partners: [somePartner] });
    await ctx.db.delete(signatures);
    expect(await ctx.db.select().from(sharings)).toEqual([]);
  }),
);

test(
  "a database that was filled before there were sharings gets those that the consents say",
  withContext(async (ctx) => {
    const { sign, confirm, support } = await petitionFor(ctx);
    const first = await sign("Ada", { partners: [somePartner] });
    const second = await sign("Ada", { partners: [somePartner, otherPartner] });
    await confirm(first);
    ctx.clock.advance(1_000);
    await revokeConsents(ctx, first, ["partner_sharing"], { source: "withdrawal", ...page });
    ctx.clock.advance(1_000);
    await confirm(second);
    const gone = await support("Berta", { updates: true, partners: [somePartner] });
    ctx.clock.advance(1_000);
    await withdrawByToken(ctx, gone.token, page);
    await support("Chen", { updates: true });
    const standing = async () => {
      const rows = await ctx.db.select().from(sharings).where(isNull(sharings.endedAt));
      return rows
        .map(({ subjectId: _, ...row }) => row)
        .sort((a, b) => (a.signatureId + a.recipientId < b.signatureId + b.recipientId ? -1 : 1));
    };
    const written = await standing();
    await ctx.db.delete(sharings);
    const file = readdirSync(migrationsFolder).find((name) => name.endsWith("_fill_sharings.sql")) ?? "";
    await ctx.db.execute(sql.raw(readFileSync(path.join(migrationsFolder, file), "utf8")));
    expect(await standing()).toEqual(written);
  }),
);
