import { desc } from "drizzle-orm";
import { expect, test } from "vitest";
import { rollBackCongress, syncFacts } from "~/domain/lawmakers/sync-facts.server";
import { applyFacts } from "~db/congress/apply-facts";
import { isDifferent } from "~db/congress/compare-facts";
import type { CongressFacts } from "~db/congress/facts";
import { listFormerRevisions } from "~db/congress/former-facts";
import { findStoredFacts, listStoredOrigins } from "~db/congress/stored-facts";
import { summarizeDifference } from "~db/congress/summarize-difference";
import type { Database } from "~db/database";
import { auditLog } from "~db/schema/audit";
import { lawmakersWith, shipped, shippedWith } from "../../db/congress/shipped";
import { folderWith } from "../../db/congress/upstream-fixture";
import { crosswalkFiles, nextCongress, upstreamSet, withCommittees } from "../../db/congress/upstream-set";
import { withContext } from "../../support/database";

const pelosi = "P000197";
const dayAfter = { asOf: "2026-11-20", by: "Ada" };
const fromUpstream = async (facts: CongressFacts, more: Record<string, unknown> = {}) =>
  folderWith({ ...upstreamSet(facts), ...more });
const audit = (db: Database) => db.select().from(auditLog).orderBy(desc(auditLog.at), desc(auditLog.id));

test(
  "a sync of what is known changes the source's name once, and then nothing; each change is in the audit log",
  withContext(async (ctx) => {
    const from = await fromUpstream(shipped);
    const options = { from, asOf: shipped.asOf, by: "Ada" };

    const first = await syncFacts(ctx, options);
    expect(first.difference.origin).toEqual(["source"]);
    expect(summarizeDifference(first.difference)).toMatchObject({ left: [], came: [], changed: [] });
    const second = await syncFacts(ctx, options);
    expect(isDifferent(second.difference)).toBe(false);

    expect(await audit(ctx.db)).toMatchObject([
      {
        actor: "Ada",
        action: "congress.sync",
        facts: { congress: 119, revision: 2, left: 0, changed: 0, forced: false },
      },
    ]);
  }),
);

test(
  "facts that were replaced can be put back, and a roll-back can be rolled back",
  withContext(async (ctx) => {
    const before = (await findStoredFacts(ctx.db, 119))?.facts;
    const known = withCommittees(shippedWith({ lawmakers: lawmakersWith(pelosi, { phone: "202-225-0000" }) }));
    await syncFacts(ctx, { ...dayAfter, from: await fromUpstream(known) });
    const synced = (await findStoredFacts(ctx.db, 119))?.facts;
    expect(synced?.lawmakers.filter(({ committees }) => committees.length > 0).length).toBeGreaterThan(100);

    await rollBackCongress(ctx, { congress: 119, by: "Grace" });
    expect((await findStoredFacts(ctx.db, 119))?.facts).toEqual(before);
    await rollBackCongress(ctx, { congress: 119, by: "Grace" });
    expect((await findStoredFacts(ctx.db, 119))?.facts).toEqual(synced);

    expect((await listFormerRevisions(ctx.db)).map(({ revision, asOf }) => [revision, asOf])).toEqual([
      [3, shipped.asOf],
      [2, "2026-11-20"],
      [1, shipped.asOf],
    ]);
    expect((await audit(ctx.db)).map(({ actor, action }) => [actor, action])).toContainEqual([
      "Grace",
      "congress.roll-back",
    ]);
    await expect(rollBackCongress(ctx, { congress: 120, by: "Grace" })).rejects.toThrow(
      "No former facts of the 120th Congress are kept.",
    );
  }),
);

test(
  "the last five of a Congress are kept",
  withContext(async (ctx) => {
    for (const day of ["11", "12", "13", "14", "15", "16", "17"]) {
      await applyFacts(ctx.db, shippedWith({ asOf: `2026-11-${day}` }), ctx.now());
    }
    expect((await listFormerRevisions(ctx.db)).map(({ revision }) => revision)).toEqual([7, 6, 5, 4, 3]);
  }),
);

test(
  "more than a tenth of the members gone is refused without force, and told in a dry run",
  withContext(async (ctx) => {
    // As many new people as old ones have gone, so that no other rule speaks.
    const renamed = shipped.lawmakers.map((member, index) =>
      index % 9 === 0 ? { ...member, bioguide: `X${String(index).padStart(6, "0")}` } : member,
    );
    const from = await fromUpstream(shippedWith({ lawmakers: renamed }));
    await expect(syncFacts(ctx, { ...dayAfter, from })).rejects.toThrow(
      /60 of 537 members are gone, which is more than 10 %/,
    );
    expect((await findStoredFacts(ctx.db, 119))?.facts).toEqual(shipped);
    expect((await syncFacts(ctx, { ...dayAfter, from, isDryRun: true })).absurdities).toHaveLength(1);

    expect((await syncFacts(ctx, { ...dayAfter, from, isForced: true })).absurdities).toHaveLength(1);
    expect((await findStoredFacts(ctx.db, 119))?.facts.lawmakers).toHaveLength(537);
    expect((await audit(ctx.db))[0]?.facts).toMatchObject({ forced: true, left: 60, came: 60 });
  }),
);

test(
  "the next Congress stands beside this one before it sits, and a later list of this one changes this one",
  withContext(async (ctx) => {
    ctx.clock.set("2026-12-28T12:00:00Z");
    const next = nextCongress();
    const from = await fromUpstream(next, crosswalkFiles(next, "-120"));
    const { difference, absurdities } = await syncFacts(ctx, { from, asOf: next.asOf, by: "Ada" });
    expect(difference.before).toBeNull();
    expect(absurdities).toEqual([]);

    await syncFacts(ctx, { from: await fromUpstream(shipped), asOf: "2026-12-26", by: "Ada" });
    expect((await listStoredOrigins(ctx.db)).map(({ congress, asOf }) => [congress, asOf])).toEqual([
      [119, "2026-12-26"],
      [120, "2026-12-20"],
    ]);
    expect((await findStoredFacts(ctx.db, 120))?.facts.zipShares).toEqual(next.zipShares);
    expect((await findStoredFacts(ctx.db, 119))?.facts.zipShares).toEqual(shipped.zipShares);
  }),
);
