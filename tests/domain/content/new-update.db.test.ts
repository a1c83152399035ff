import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { approve } from "~/domain/content/approve.server";
import { archive } from "~/domain/content/archive.server";
import { newUpdate } from "~/domain/content/new-update.server";
import { publish } from "~/domain/content/publish.server";
import { saveDraft } from "~/domain/content/save-draft.server";
import { submitForReview } from "~/domain/content/submit-for-review.server";
import { getUpdate } from "~/domain/updates/get-update.server";
import { campaigns } from "~db/schema/campaigns";
import { contentItems } from "~db/schema/content-items";
import { images } from "~db/schema/images";
import { updates } from "~db/schema/updates";
import { type TestContext, withContext } from "../../support/database";
import { ada, grace, lin, newestOf, ofPartner } from "./people";

const facts = { key: "a-new-law", sourceLocale: "en", type: "news", publishedAt: "2026-11-25T08:00:00Z" };
const fields = (title: string) => ({ title, dek: "Dek", body: "Body", imageAlt: null, corrections: [], words: {} });
const article = { kind: "update", key: "a-new-law" };

async function bringOut(ctx: TestContext, locale: string, number: number, writer: typeof ada) {
  const name = { ...article, locale, number };
  await submitForReview(ctx, writer, name);
  await approve(ctx, grace, name);
  return publish(ctx, grace, name);
}

const isReadable = (ctx: TestContext, locale: string) =>
  getUpdate(ctx, "a-new-law", locale).then(
    ({ text }) => text.title,
    (error: unknown) => (error instanceof Error ? error.message : ""),
  );

test(
  "a new article can be read once its source is published and its day has come, and then its translations",
  withContext(async (ctx) => {
    expect(await newUpdate(ctx, ada, facts, fields("A new law"))).toEqual({
      outcome: "created",
      key: "a-new-law",
      number: 1,
    });
    ctx.clock.set("2026-11-25T09:00:00Z");
    expect(await isReadable(ctx, "en")).toBe("updateNotFound");
    const translated = { ...article, locale: "es", fields: fields("Una ley"), basedOn: null };
    expect(await saveDraft(ctx, lin, translated)).toEqual({ outcome: "noSource" });
    expect(await saveDraft(ctx, lin, { ...translated, sourceNumber: 1 })).toMatchObject({ outcome: "saved" });
    expect(await bringOut(ctx, "es", 1, lin)).toEqual({ outcome: "sourceNotPublished" });
    expect(await isReadable(ctx, "es")).toBe("updateNotFound");

    ctx.clock.set("2026-11-25T07:00:00Z");
    expect(await bringOut(ctx, "en", 1, ada)).toEqual({ outcome: "done" });
    expect(await isReadable(ctx, "en")).toBe("updateNotFound");
    ctx.clock.set("2026-11-25T09:00:00Z");
    expect(await isReadable(ctx, "en")).toBe("A new law");
    expect(await isReadable(ctx, "es")).toBe("A new law");
    expect(await publish(ctx, grace, { ...article, locale: "es", number: 1 })).toEqual({ outcome: "done" });
    expect(await isReadable(ctx, "es")).toBe("Una ley");
    expect((await getUpdate(ctx, "a-new-law", "en")).updatedAt).toBeNull();

    const number = 2;
    const [saved] = await ctx.db.select().from(contentItems).where(eq(contentItems.key, "a-new-law"));
    expect(saved?.partnerId).toBeNull();
    const { text } = await getUpdate(ctx, "a-new-law", "es");
    expect(text).toMatchObject({ status: "reviewed", isStale: false });
    const basedOn = await newestOf(ctx, article, "en");
    await saveDraft(ctx, ada, { ...article, locale: "en", fields: fields("A newer law"), basedOn });
    await bringOut(ctx, "en", number, ada);
    expect(await getUpdate(ctx, "a-new-law", "en")).toMatchObject({ updatedAt: ctx.now() });
    expect((await getUpdate(ctx, "a-new-law", "es")).text.isStale).toBe(true);

    expect(await archive(ctx, ada, { ...article, locale: "en", number })).toEqual({ outcome: "done" });
    expect(await isReadable(ctx, "es"), "without its source nothing is left").toBe("updateNotFound");
  }),
);

test(
  "the facts of an article are checked, and nothing is left of one that is refused",
  withContext(async (ctx) => {
    const refused = async (change: object, words: unknown = fields("x")) => {
      const made = await newUpdate(ctx, ada, { ...facts, ...change }, words);
      return made.outcome === "faulty" ? made.faults.map(({ path }) => path) : made.outcome;
    };
    const before = await ctx.db.$count(updates);
    expect(await refused({ key: "A law" })).toEqual(["key"]);
    expect(await refused({ type: "opinion" })).toEqual(["type"]);
    expect(await refused({ publishedAt: "tomorrow" })).toEqual(["publishedAt"]);
    expect(await refused({ principles: ["none"] })).toEqual(["principles"]);
    expect(await refused({ imageId: ctx.newId() })).toEqual(["imageId"]);
    expect(await refused({ campaignId: ctx.newId() })).toEqual(["campaignId"]);
    expect(await refused({ facts: { research: { doi: 7 } } })).toContain("facts.research.doi");
    expect(await refused({ more: 1 })).toHaveLength(1);
    expect(await refused({}, { ...fields("x"), body: "[a](javascript:b)" })).toEqual(["body"]);
    expect(await newUpdate(ctx, lin, facts, fields("x"))).toEqual({ outcome: "notAllowed", why: "role" });
    expect(await ctx.db.$count(updates)).toBe(before);

    expect(await refused({ sourceLocale: "en-XA" })).toEqual(["sourceLocale"]);
    expect(await refused({ sourceLocale: "fi" })).toEqual(["sourceLocale"]);
    expect(await refused({ countries: ["KE", "XX"] })).toEqual(["countries.1"]);
    expect(await refused({ regions: ["001", "999"] })).toEqual(["regions"]);
    expect(await refused({ authors: [{ name: "Ada", role: "partner", partnerSlug: "none" }] })).toEqual([
      "partnerSlug",
    ]);
    const [known] = await ctx.db.select({ slug: updates.slug }).from(updates).limit(1);
    expect(await refused({ key: known?.slug })).toBe("taken");
    const imageId = ctx.newId();
    await ctx.db
      .insert(images)
      .values({ id: imageId, sha256: "0", width: 1, height: 1, credit: null, isSample: false, createdAt: ctx.now() });
    expect(await refused({ imageId }), "a picture needs words").toEqual(["imageAlt"]);
    expect(await refused({ imageId }, { ...fields("x"), imageAlt: "A map" })).toBe("created");
  }),
);

const check = {
  ...{ product: "Lamp", vendor: "Maker", reviewedAt: "2026-11-01", hoursSpent: 3, warning: false },
  results: { account: "pass" },
};
const words = (...ids: string[]) => ({
  review: { category: "Lamps", criteria: ids.map((id) => ({ id, label: "Account", note: "None" })), tips: [] },
});

test(
  "what a page could not show is refused before it is kept: times, days, characters, what a type lacks",
  withContext(async (ctx) => {
    const refused = async (type: string, given: object, change: object = {}) => {
      const made = await newUpdate(ctx, ada, { ...facts, type, facts: given, ...change }, fields("x"));
      return made.outcome === "faulty" ? made.faults.map(({ path }) => path) : made.outcome;
    };
    const event = { eventAt: "2026-12-01T16:00:00Z", timeZone: "Africa/Nairobi" };
    for (const timeZone of ["Nairobi", "+03:00", "Africa/Nowhere", ""]) {
      expect(await refused("event", { ...event, timeZone }), timeZone).toEqual(["facts.timeZone"]);
    }
    for (const date of ["2026-13", "2026-02-30", "26", "2026-1-1", "0000-00"]) {
      const sources = [{ title: "Law", publisher: "Parliament", date }];
      expect(await refused("news", {}, { sources }), date).toEqual(["sources.0.date"]);
      const bills = [{ jurisdiction: "Kenya", number: "1", stage: "Tabled", stageDate: date }];
      expect(await refused("news", { bills }), date).toEqual(["facts.bills.0.stageDate"]);
    }
    expect(await refused("news", {}, { license: "CC\u0007" })).toEqual(["license"]);
    expect(await refused("news", {}, { topics: ["a", "b\ud800"] })).toEqual(["topics.1"]);
    expect(await refused("guide", { review: { ...check, results: { "a\0": "pass" } } })).toContain(
      "facts.review.results",
    );
    expect(await refused("news", { reviewdue: "2026-12-01" })).toEqual(["facts"]);
    expect(await refused("policy_brief", { jurisdictions: ["EU", "KE", "UK"] })).toEqual(["facts.jurisdictions.2"]);
    expect(await refused("guide", { review: { ...check, previousReview: "none" } })).toEqual([
      "facts.review.previousReview",
    ]);

    expect(await refused("event", {})).toEqual(["facts.eventAt", "facts.timeZone"]);
    expect(await refused("guide", {})).toEqual(["facts.review"]);
    expect(await refused("research", {})).toEqual(["facts.research"]);
    expect(await refused("partner_story", {})).toEqual(["facts.partnerSlug", "facts.peopleShown"]);
    expect(await refused("event", event)).toBe("created");
  }),
);

test(
  "each criterion of a guide has its result, in every language",
  withContext(async (ctx) => {
    const guide = { ...facts, type: "guide", facts: { review: check } };
    const made = async (...ids: string[]) => {
      const answer = await newUpdate(ctx, ada, guide, { ...fields("x"), words: words(...ids) });
      return answer.outcome === "faulty"
        ? answer.faults.map(({ path, detail }) => `${path} ${detail}`)
        : answer.outcome;
    };
    expect(await newUpdate(ctx, ada, guide, fields("x"))).toMatchObject({ faults: [{ path: "words.review" }] });
    expect(await made("account", "camera")).toEqual([
      "words.review.criteria “camera” has no result in the facts of the article",
    ]);
    expect(await made("account", "account")).toEqual(["words.review.criteria “account” is there twice"]);
    expect(await made("account")).toBe("created");
  }),
);

test(
  "a partner names no campaign but its own",
  withContext(async (ctx) => {
    const rows = await ctx.db.select().from(campaigns);
    const own = rows.find(({ partnerId }) => partnerId !== null);
    const flagship = rows.find(({ isFlagship }) => isFlagship);
    if (!own?.partnerId || !flagship) throw new Error("There are no such campaigns.");
    const amina = ofPartner("Amina", own.partnerId, "editor");
    const make = (campaignId: string) => newUpdate(ctx, amina, { ...facts, campaignId }, fields("x"));
    expect(await make(flagship.id)).toMatchObject({ outcome: "faulty", faults: [{ path: "campaignId" }] });
    expect(await make(own.id)).toMatchObject({ outcome: "created" });
  }),
);
