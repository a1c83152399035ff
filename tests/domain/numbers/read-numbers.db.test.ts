import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { PortalActor } from "~/domain/access/portal-actor";
import type { Role } from "~/domain/content/actor";
import type { Context } from "~/domain/context";
import { getCampaignNumbers } from "~/domain/numbers/campaign-numbers.server";
import { getOrganizationNumbers } from "~/domain/numbers/organization-numbers.server";
import { readPeriod } from "~/domain/numbers/period";
import { campaignPartners } from "~db/schema/campaigns";
import { partnerYesTotals } from "~db/schema/numbers";
import { type TestContext, withContext } from "../../support/database";
import { member, otherPartner, somePartner } from "../access/people";
import { insertConfirmed } from "../counting/many-signatures";
import { rollUpAll } from "../counting/numbers";
import { openPetition } from "../signatures/signing";
import { campaignOf, campaignOfPartner, writeDays, writeHours, writeTotal } from "./counted";

const flagship = "privacy-for-all";
const week = "from=2026-11-17&to=2026-11-23";
const choose = (ctx: Context, query: string) => readPeriod(new URLSearchParams(query), ctx.now()).choice;

async function countedFlagship(ctx: TestContext) {
  const campaign = await campaignOf(ctx, flagship);
  await writeTotal(ctx, campaign, 500);
  await writeDays(ctx, campaign.id, [
    ["view", "2026-11-17", "", 100],
    ["view", "2026-11-23", "", 50],
    ["signed", "2026-11-17", "", 20],
    ["signed_confirmed", "2026-11-17", "", 12],
    ["confirmed", "2026-11-17", "", 9],
    ["confirmed", "2026-11-18", "", 3],
    ["country", "2026-11-17", "KE", 9],
    ["country", "2026-11-18", "US", 3],
    ["district", "2026-11-18", "CA-11", 3],
    ["locale", "2026-11-17", "sw", 9],
    ["locale", "2026-11-18", "en", 3],
    ["source", "2026-11-17", "", 9],
    ["source", "2026-11-18", "poster", 3],
    ["contact", "2026-11-18", "phone", 2],
    // The week before, and long ago.
    ["confirmed", "2026-11-10", "", 6],
    ["country", "2026-11-16", "KE", 4],
    ["country", "2026-11-16", "MX", 2],
    ["country", "2026-11-15", "DE", 0],
    ["confirmed", "2026-11-09", "", 1_000],
    ["confirmed", "2026-11-24", "", 1_000],
  ]);
  await writeHours(ctx, campaign.id, [
    ["confirmed", "2026-11-17T09", 9],
    ["confirmed", "2026-11-18T09", 3],
    ["signed", "2026-11-17T08", 20],
    ["confirmed", "2026-11-10T23", 6],
    ["confirmed", "2026-11-24T00", 1_000],
  ]);
  return campaign;
}

describe("The numbers of a campaign", () => {
  test(
    "are those of the period, beside those of the period it is compared with",
    withContext(async (ctx) => {
      await countedFlagship(ctx);
      const analyst = await member(ctx, "analyst@example.org", ["analyst"]);
      const numbers = await getCampaignNumbers(ctx, analyst, flagship, choose(ctx, week), "en");
      expect(numbers).toMatchObject({ campaign: { slug: flagship }, total: 500, yeses: null });
      expect(numbers.figures).toEqual({
        views: { count: 150, before: 0 },
        signed: { count: 20, before: 0 },
        signedConfirmed: { count: 12, before: 0 },
        confirmed: { count: 12, before: 6 },
        actions: { count: 2, before: 0 },
      });
      expect(numbers.time.map(({ from, confirmed, before }) => [from, confirmed, before]).slice(0, 3)).toEqual([
        ["2026-11-17", 9, 6],
        ["2026-11-18", 3, 0],
        ["2026-11-19", 0, 0],
      ]);
      expect(numbers.time).toHaveLength(7);
      expect(numbers.cohorts[0]).toMatchObject({ signed: 20, signedConfirmed: 12 });
      expect(numbers.hours.filter(({ signed, confirmed, before }) => signed + confirmed + (before ?? 0) > 0)).toEqual([
        { hour: 8, signed: 20, confirmed: 0, before: 0 },
        { hour: 9, signed: 0, confirmed: 12, before: 0 },
        { hour: 23, signed: 0, confirmed: 0, before: 6 },
      ]);
      expect(numbers.countries).toEqual([
        { value: "KE", count: 9, before: 4 },
        { value: "US", count: 3, before: 0 },
        { value: "MX", count: 0, before: 2 },
      ]);
      expect(numbers.districts).toEqual([{ value: "CA-11", count: 3, before: 0 }]);
      expect(numbers.locales.map(({ value, count }) => [value, count])).toEqual([
        ["sw", 9],
        ["en", 3],
      ]);
      expect(numbers.sources.map(({ value, count }) => [value, count])).toEqual([
        ["", 9],
        ["poster", 3],
      ]);
      expect(numbers.actions).toEqual([{ value: "phone", count: 2, before: 0 }]);
    }),
  );

  test(
    "can be told by hours and by weeks, and beside nothing",
    withContext(async (ctx) => {
      await countedFlagship(ctx);
      const analyst = await member(ctx, "analyst@example.org", ["analyst"]);
      const told = async (query: string) =>
        (await getCampaignNumbers(ctx, analyst, flagship, choose(ctx, query), "en")).time.filter(
          ({ confirmed }) => confirmed > 0,
        );
      expect(await told(`${week}&by=hour&with=none`)).toMatchObject([
        { from: "2026-11-17T09", confirmed: 9, before: null },
        { from: "2026-11-18T09", confirmed: 3, before: null },
      ]);
      expect(await told("from=2026-11-03&to=2026-11-24&by=week")).toMatchObject([
        { from: "2026-11-03", to: "2026-11-09", confirmed: 1_000 },
        { from: "2026-11-10", to: "2026-11-16", confirmed: 6 },
        { from: "2026-11-17", to: "2026-11-23", confirmed: 12 },
        { from: "2026-11-24", to: "2026-11-24", confirmed: 1_000 },
      ]);
    }),
  );

  test(
    "add up to the same, whether whole months are read or days",
    withContext(async (ctx) => {
      const { petition } = await openPetition(ctx);
      await insertConfirmed(ctx, petition, 120);
      ctx.clock.set("2026-12-31T12:00:00Z");
      await insertConfirmed(ctx, petition, 80);
      await rollUpAll(ctx);
      const analyst = await member(ctx, "analyst@example.org", ["analyst"]);
      for (const query of [
        "from=2026-11-01&to=2026-12-31",
        "from=2026-10-15&to=2027-01-02",
        "from=2026-11-23&to=2026-12-31",
      ]) {
        const numbers = await getCampaignNumbers(ctx, analyst, flagship, choose(ctx, query), "en");
        for (const parts of [numbers.countries, numbers.locales, numbers.sources]) {
          expect(
            parts.reduce((so, { count }) => so + count, 0),
            query,
          ).toBe(200);
        }
        expect(
          numbers.districts.reduce((so, { count }) => so + count, 0),
          query,
        ).toBe(50);
      }
    }),
  );

  test(
    "are there where nothing was counted yet",
    withContext(async (ctx) => {
      const owner = await member(ctx, "owner@example.org", ["owner"]);
      const numbers = await getCampaignNumbers(ctx, owner, flagship, choose(ctx, ""), "es");
      expect(numbers).toMatchObject({
        total: 0,
        countries: [],
        notes: [],
        figures: { confirmed: { count: 0, before: 0 } },
      });
      expect(numbers.time).toHaveLength(28);
    }),
  );

  test(
    "are a partner's for its own campaign alone",
    withContext(async (ctx) => {
      const owner = await member(ctx, "owner@example.org", ["owner"], somePartner);
      const stranger = await member(ctx, "stranger@example.org", ["owner"], otherPartner);
      const own = await campaignOfPartner(ctx, partnerOf(owner));
      await ctx.db.insert(partnerYesTotals).values({ campaignId: own.id, partnerId: partnerOf(owner), count: 7 });
      const read = (actor: PortalActor, slug: string) => getCampaignNumbers(ctx, actor, slug, choose(ctx, ""), "en");
      expect(await read(owner, own.slug)).toMatchObject({ campaign: { slug: own.slug }, yeses: 7 });
      for (const slug of [flagship, "no-such-campaign", "", "a\0b", own.id, "x".repeat(200)]) {
        await expect(read(owner, slug), slug).rejects.toThrow("notFound");
      }
      await expect(read(stranger, own.slug)).rejects.toThrow("notFound");
    }),
  );

  test.each(["translator", "legal_reviewer"] satisfies Role[])("are not for a %s", (role) =>
    withContext(async (ctx) => {
      for (const partner of [null, somePartner]) {
        const actor = await member(ctx, `${role}-${partner}@example.org`, [role], partner);
        await expect(getCampaignNumbers(ctx, actor, flagship, choose(ctx, ""), "en")).rejects.toThrow("notAllowed");
        await expect(getOrganizationNumbers(ctx, actor, choose(ctx, ""), "en")).rejects.toThrow("notAllowed");
      }
    })(),
  );
});

describe("The numbers of an organization", () => {
  test(
    "are of all campaigns for the host",
    withContext(async (ctx) => {
      await countedFlagship(ctx);
      const partner = await member(ctx, "owner@example.org", ["owner"], somePartner);
      const other = await campaignOfPartner(ctx, partnerOf(partner));
      await writeDays(ctx, other.id, [
        ["confirmed", "2026-11-17", "", 90],
        ["view", "2026-11-17", "", 5],
      ]);
      const host = await member(ctx, "editor@example.org", ["editor"]);
      const numbers = await getOrganizationNumbers(ctx, host, choose(ctx, week), "en");
      expect(numbers).toMatchObject({
        total: 500,
        named: [],
        figures: { confirmed: { count: 102, before: 6 }, views: { count: 155, before: 0 } },
      });
      expect(numbers.time[0]).toMatchObject({ confirmed: 99, signed: 20, signedConfirmed: 12, before: 6 });
      expect(
        numbers.campaigns.slice(0, 2).map(({ campaign, figures }) => [campaign.slug, figures.confirmed.count]),
      ).toEqual([
        [other.slug, 90],
        [flagship, 12],
      ]);
      expect(numbers.campaigns.length).toBeGreaterThan(2);
      const byHour = await getOrganizationNumbers(ctx, host, choose(ctx, `${week}&by=hour`), "en");
      expect(byHour.time.find(({ confirmed }) => confirmed > 0)).toMatchObject({ from: "2026-11-17T09", confirmed: 9 });
    }),
  );

  test(
    "are of its own campaigns for a partner, and of others that name it only who said yes to it",
    withContext(async (ctx) => {
      const campaign = await countedFlagship(ctx);
      const owner = await member(ctx, "owner@example.org", ["owner"], somePartner);
      const partnerId = partnerOf(owner);
      const own = await campaignOfPartner(ctx, partnerId);
      await ctx.db.delete(campaignPartners).where(eq(campaignPartners.campaignId, campaign.id));
      const before = await getOrganizationNumbers(ctx, owner, choose(ctx, week), "en");
      expect(before.campaigns.map(({ campaign: { slug } }) => slug)).toEqual([own.slug]);
      expect(before).toMatchObject({ total: 0, named: [], figures: { confirmed: { count: 0 }, views: { count: 0 } } });

      await ctx.db.insert(campaignPartners).values({ campaignId: campaign.id, partnerId, position: 0 });
      await ctx.db.insert(partnerYesTotals).values([
        { campaignId: campaign.id, partnerId, count: 11 },
        { campaignId: campaign.id, partnerId: ctx.newId(), count: 400 },
      ]);
      const { named, ...rest } = await getOrganizationNumbers(ctx, owner, choose(ctx, week), "en");
      expect(named).toMatchObject([{ campaign: { slug: flagship }, yeses: 11 }]);
      expect(JSON.stringify(rest)).not.toContain(flagship);
    }),
  );
});

function partnerOf({ organization }: PortalActor): string {
  return organization.kind === "partner" ? organization.id : "";
}
