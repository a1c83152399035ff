import { and, eq } from "drizzle-orm";
import sharp from "sharp";
import { expect, test } from "vitest";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { listConsentWordings } from "~/domain/campaigns/list-consent-wordings.server";
import { DomainError } from "~/domain/errors";
import { findImageFile } from "~/domain/images/find-image-file.server";
import { findCampaignPicture, givePicture, listCampaignPictures } from "~/domain/workshop/campaign-pictures.server";
import { changeFacts } from "~/domain/workshop/change-facts.server";
import { factsInHand } from "~/domain/workshop/facts.server";
import { getOwnCampaign } from "~/domain/workshop/own-campaign.server";
import { consentWordings } from "~db/schema/consents";
import { type TestContext, withContext } from "../../support/database";
import { member } from "../access/people";
import { beginFilled, campaigners, slug } from "./campaigners";

const published = "mikopo-bila-kupekua";

const versionOf = async (ctx: TestContext, actor: Parameters<typeof getOwnCampaign>[1], name = slug) =>
  (await getOwnCampaign(ctx, actor, "campaigns.read", name)).factsVersion;

test(
  "a draft's goal, dates, zone and look are changed at once, and of two who change them the second is told",
  withContext(async (ctx) => {
    const { amina, bahati, tatu, sam } = await campaigners(ctx);
    await beginFilled(ctx, amina);
    const basedOn = await versionOf(ctx, amina);
    const change = {
      goal: 2_500,
      opensAt: "2027-01-01T06:00:00.000Z",
      closesAt: "2027-02-01T06:00:00.000Z",
      timeZone: "Africa/Nairobi",
      countries: ["KE", "TZ"],
      shortName: "Mto",
      brandColour: "#0b5d3b",
    };
    expect(await changeFacts(ctx, amina, slug, { basedOn, change })).toEqual({
      outcome: "saved",
      version: basedOn + 1,
    });
    expect(await changeFacts(ctx, bahati, slug, { basedOn, change: { goal: 9 } })).toMatchObject({
      outcome: "outdated",
      by: "amina",
      version: basedOn + 1,
    });
    const campaign = await getOwnCampaign(ctx, amina, "campaigns.read", slug);
    expect(await factsInHand(ctx, campaign)).toMatchObject(change);
    expect(campaign).toMatchObject({ goal: 2_500, petition: { closesAt: new Date(change.closesAt) } });

    const next = { basedOn: basedOn + 1 };
    const changing = (wrong: Parameters<typeof changeFacts>[3]["change"]) =>
      changeFacts(ctx, amina, slug, { ...next, change: wrong });
    expect(await changing({ closesAt: "2026-12-01T00:00:00.000Z" })).toEqual({
      outcome: "faulty",
      errors: { closesAt: "closesBeforeOpens" },
    });
    expect(await changing({ brandColour: "#f2b33d" })).toMatchObject({ errors: { brandColour: "colourPale" } });
    expect(await changing({ wordings: [ctx.newId()] })).toMatchObject({ errors: { wordings: "wordingUnknown" } });
    expect(await changing({ goal: 2_500 })).toEqual({ outcome: "unchanged", version: basedOn + 1 });
    await expect(changeFacts(ctx, tatu, slug, { ...next, change: { goal: 1 } })).rejects.toEqual(
      new DomainError("notAllowed"),
    );
    await expect(changeFacts(ctx, sam, slug, { ...next, change: { goal: 1 } })).rejects.toEqual(
      new DomainError("notFound"),
    );
  }),
);

test(
  "of a public campaign that needs the host's yes the public goes on seeing what it saw",
  withContext(async (ctx) => {
    const { amina, hana } = await campaigners(ctx);
    const basedOn = await versionOf(ctx, amina, published);
    expect(await changeFacts(ctx, amina, published, { basedOn, change: { goal: 7 } })).toMatchObject({
      outcome: "proposed",
    });
    expect((await getCampaign(ctx, published, "en")).goal).toBe(1_000);
    const campaign = await getOwnCampaign(ctx, amina, "campaigns.read", published);
    expect((await factsInHand(ctx, campaign)).goal).toBe(7);

    // Back to what it was: nothing waits any more.
    await changeFacts(ctx, amina, published, { basedOn: basedOn + 1, change: { goal: 1_000 } });
    expect((await getOwnCampaign(ctx, amina, "campaigns.read", published)).proposedFacts).toBeNull();
    // The host's own change is its yes, and what the partner proposed goes on waiting.
    await changeFacts(ctx, amina, published, { basedOn: basedOn + 2, change: { goal: 8 } });
    await changeFacts(ctx, hana, published, { basedOn: basedOn + 3, change: { shortName: "Mto" } });
    expect(await getCampaign(ctx, published, "en")).toMatchObject({ goal: 1_000, branding: { shortName: "Mto" } });
    const after = await getOwnCampaign(ctx, amina, "campaigns.read", published);
    expect(after.proposedFacts).toMatchObject({ goal: 8, shortName: "Mto" });
  }),
);

test(
  "a campaign asks under the version of a wording that it chose, and else under the newest",
  withContext(async (ctx) => {
    const { hana } = await campaigners(ctx);
    const [first] = await ctx.db
      .select()
      .from(consentWordings)
      .where(and(eq(consentWordings.purpose, "newsletter"), eq(consentWordings.locale, "en")));
    if (first === undefined) throw new Error("The seed has no wording.");
    await ctx.db
      .insert(consentWordings)
      .values({ ...first, id: ctx.newId(), version: 99, text: "Write to me.", sha256: "x" });
    const { id } = await getCampaign(ctx, published, "en");
    const newsletter = async (locale: string) =>
      (await listConsentWordings(ctx, locale, id)).find(({ purpose }) => purpose === "newsletter");
    const spanish = await newsletter("es");
    expect(await newsletter("en")).toMatchObject({ version: 99 });

    const basedOn = await versionOf(ctx, hana, published);
    const change = { wordings: [first.id] };
    expect(await changeFacts(ctx, hana, published, { basedOn, change })).toMatchObject({ outcome: "saved" });
    expect(await newsletter("en")).toMatchObject({ id: first.id, version: 1 });
    expect(await newsletter("es")).toEqual(spanish);
    const flagship = await getCampaign(ctx, "privacy-for-all", "en");
    const [other] = await listConsentWordings(ctx, "en", flagship.id).then((all) =>
      all.filter(({ purpose }) => purpose === "newsletter"),
    );
    expect(other).toMatchObject({ version: 99 });
  }),
);

test(
  "pictures are seen by those who work on the campaign alone, until it is public",
  withContext(async (ctx) => {
    const { amina, sam } = await campaigners(ctx);
    await beginFilled(ctx, amina);
    const body = await sharp({ create: { width: 900, height: 500, channels: 3, background: "#0b5d3b" } })
      .png()
      .toBuffer();
    const logo = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="#0b5d3b"/></svg>',
    );
    const basedOn = await versionOf(ctx, amina);
    expect(await givePicture(ctx, amina, slug, { kind: "image", body, basedOn })).toMatchObject({ outcome: "saved" });
    expect(await givePicture(ctx, amina, slug, { kind: "logo", body: logo, basedOn: basedOn + 1 })).toMatchObject({
      outcome: "saved",
    });
    const campaign = await getOwnCampaign(ctx, amina, "campaigns.read", slug);
    const pictures = await listCampaignPictures(ctx, { image: campaign.imageId, logo: campaign.logoImageId });
    const [file] = pictures.image ?? [];
    if (file === undefined) throw new Error("There is no picture.");
    const wanted = { ...file, sha256: file.sha256.slice(0, 32) };
    expect(pictures.logo?.map(({ format }) => format).sort()).toEqual(["avif", "jpeg", "webp"]);

    expect(await findImageFile(ctx, wanted)).toBeNull();
    expect(await findCampaignPicture(ctx, amina, slug, wanted)).not.toBeNull();
    expect(await findCampaignPicture(ctx, amina, published, wanted)).toBeNull();
    await expect(findCampaignPicture(ctx, sam, slug, wanted)).rejects.toEqual(new DomainError("notFound"));

    const given = { kind: "logo", basedOn: basedOn + 2 } as const;
    expect(await givePicture(ctx, amina, slug, { ...given, body: Buffer.from("no picture") })).toEqual({
      outcome: "refused",
      reason: "unreadable",
    });
    expect(await givePicture(ctx, amina, slug, { ...given, body: null })).toMatchObject({ outcome: "saved" });
    expect((await getOwnCampaign(ctx, amina, "campaigns.read", slug)).logoImageId).toBeNull();
    const analyst = await member(ctx, "ann@example.org", ["analyst"], "mto-data-rights-sample");
    await expect(givePicture(ctx, analyst, slug, { ...given, body: logo })).rejects.toEqual(
      new DomainError("notAllowed"),
    );
  }),
);
