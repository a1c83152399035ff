import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getFlagship } from "~/domain/campaigns/get-campaign.server";
import { listPartners, listSignFormPartners } from "~/domain/partners/list-partners.server";
import { partners } from "~db/schema/partners";
import { withContext } from "../../support/database";

test(
  "the sign form names the campaign's active partners, each described in the nearest language",
  withContext(async (ctx) => {
    await ctx.db.update(partners).set({ status: "paused" }).where(eq(partners.slug, "niji-manch-sample"));
    const { id } = await getFlagship(ctx, "ar");

    const named = await listSignFormPartners(ctx, id, "ar");

    expect(named).toHaveLength(9);
    expect(named[0]).toMatchObject({ slug: "mto-data-rights-sample", isSample: true, description: { locale: "en" } });
    expect(named.find(({ slug }) => slug === "khususiya-sample")?.description).toMatchObject({
      locale: "ar",
      dir: "rtl",
      status: "machine_draft",
    });
    expect(named[0]?.description?.status).toBe("source");
    expect(await listPartners(ctx, "ar")).toHaveLength(9);
  }),
);

test(
  "what a partner that is not fictional says of itself is its own words, in every language",
  withContext(async (ctx) => {
    await ctx.db.update(partners).set({ isSample: false });
    for (const { description } of await listPartners(ctx, "ar")) expect(description?.status).toBe("source");
  }),
);
