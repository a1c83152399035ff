import { createHash } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { approve, approveLegally } from "~/domain/content/approve.server";
import { archive } from "~/domain/content/archive.server";
import { listContent, progressOf } from "~/domain/content/list-content.server";
import { publish } from "~/domain/content/publish.server";
import { saveDraft } from "~/domain/content/save-draft.server";
import { sendBack } from "~/domain/content/send-back.server";
import { submitForReview } from "~/domain/content/submit-for-review.server";
import { undoPublish } from "~/domain/content/undo-publish.server";
import { auditLog } from "~db/schema/audit";
import { consentWordings } from "~db/schema/consents";
import { contentItems, contentRevisions } from "~db/schema/content-items";
import { partnerActionTranslations } from "~db/schema/partner-actions";
import { partners } from "~db/schema/partners";
import { principleTranslations } from "~db/schema/principles";
import { searchDocuments } from "~db/schema/search";
import { type TestContext, withContext } from "../../support/database";
import { ada, grace, lin, newestOf, ofPartner, principle, ruth, versionsOf } from "./people";

const words = (title: string) => ({ title, short: `${title}, in short`, long: `${title}, at length` });

async function save(
  ctx: TestContext,
  who: typeof ada,
  text: { kind: string; key: string },
  locale: string,
  fields: unknown,
) {
  return saveDraft(ctx, who, { ...text, locale, fields, basedOn: await newestOf(ctx, text, locale) });
}

/** Ada writes, Grace approves and publishes. */
async function bringOut(ctx: TestContext, text: { kind: string; key: string }, locale: string, fields: unknown) {
  const saved = await save(ctx, ada, text, locale, fields);
  if (saved.outcome !== "saved") throw new Error(JSON.stringify(saved));
  const name = { ...text, locale, number: saved.number };
  expect(await submitForReview(ctx, ada, name)).toEqual({ outcome: "done" });
  expect(await approve(ctx, grace, name)).toEqual({ outcome: "done" });
  expect(await publish(ctx, grace, name)).toEqual({ outcome: "done" });
  return name;
}

async function shownPrinciple(ctx: TestContext, locale: string) {
  const [row] = await ctx.db
    .select()
    .from(principleTranslations)
    .where(and(eq(principleTranslations.slug, principle.key), eq(principleTranslations.locale, locale)));
  return row;
}

test(
  "a translation is written by one, approved by another, and then readers see it, without the mark of a machine",
  withContext(async (ctx) => {
    const before = await shownPrinciple(ctx, "es");
    expect(before).toMatchObject({ status: "machine_draft", isStale: false });

    const saved = await save(ctx, lin, principle, "es", words("Menos datos"));
    expect(saved).toMatchObject({ outcome: "saved", number: 2 });
    const name = { ...principle, locale: "es", number: 2 };
    expect(await publish(ctx, grace, name)).toEqual({ outcome: "conflict", state: "draft", by: "Lin" });
    expect(await approve(ctx, grace, name)).toEqual({ outcome: "conflict", state: "draft", by: "Lin" });
    expect(await submitForReview(ctx, lin, name)).toEqual({ outcome: "done" });
    expect(await submitForReview(ctx, lin, name)).toEqual({ outcome: "already" });
    expect(await approve(ctx, lin, name)).toEqual({ outcome: "notAllowed", why: "ownText" });
    expect(await approve(ctx, grace, name)).toEqual({ outcome: "done" });
    expect(await approve(ctx, grace, name)).toEqual({ outcome: "already" });
    expect(await approve(ctx, ada, name)).toEqual({ outcome: "conflict", state: "approved", by: "Grace" });
    expect(await publish(ctx, lin, name)).toEqual({ outcome: "notAllowed", why: "role" });
    expect(await shownPrinciple(ctx, "es")).toEqual(before);

    expect(await publish(ctx, ada, name)).toEqual({ outcome: "done" });
    expect(await publish(ctx, ada, name)).toEqual({ outcome: "already" });
    expect(await shownPrinciple(ctx, "es")).toMatchObject({ ...words("Menos datos"), status: "reviewed" });
    expect((await versionsOf(ctx, principle, "es")).map(({ state }) => state)).toEqual(["archived", "published"]);
    const [found] = await ctx.db
      .select({ title: searchDocuments.title })
      .from(searchDocuments)
      .where(and(eq(searchDocuments.key, principle.key), eq(searchDocuments.locale, "es")));
    expect(found?.title).toBe("Menos datos");
    const audited = await ctx.db.select().from(auditLog);
    expect(audited.map(({ actor, action }) => `${actor} ${action}`).sort()).toEqual([
      "Ada content.publish",
      "Grace content.approve",
      "Lin content.submit",
    ]);
    expect(audited.find(({ actor }) => actor === "Ada")?.facts).toEqual({ ...principle, locale: "es", number: 2 });
  }),
);

test(
  "a machine's draft that a person approved loses the mark; one that an editor of the host publishes keeps it",
  withContext(async (ctx) => {
    const draft = { ...principle, locale: "es", basedOn: await newestOf(ctx, principle, "es"), isMachineDraft: true };
    await saveDraft(ctx, lin, { ...draft, fields: words("Borrador") });
    const name = { ...principle, locale: "es", number: 2 };
    expect(await publish(ctx, grace, name)).toEqual({ outcome: "done" });
    expect(await shownPrinciple(ctx, "es")).toMatchObject({ title: "Borrador", status: "machine_draft" });

    await saveDraft(ctx, lin, {
      ...draft,
      basedOn: await newestOf(ctx, principle, "es"),
      fields: words("Otro borrador"),
    });
    await submitForReview(ctx, lin, { ...name, number: 3 });
    await approve(ctx, grace, { ...name, number: 3 });
    expect(await publish(ctx, grace, { ...name, number: 3 })).toEqual({ outcome: "done" });
    expect(await shownPrinciple(ctx, "es")).toMatchObject({ title: "Otro borrador", status: "reviewed" });
  }),
);

test(
  "a machine's draft in the source's language is read by a person before anybody else reads it",
  withContext(async (ctx) => {
    const basedOn = await newestOf(ctx, principle, "en");
    await saveDraft(ctx, ada, { ...principle, locale: "en", fields: words("Draft"), basedOn, isMachineDraft: true });
    const name = { ...principle, locale: "en", number: 2 };
    expect(await publish(ctx, grace, name)).toEqual({ outcome: "notAllowed", why: "role" });
    await submitForReview(ctx, ada, name);
    await approve(ctx, grace, name);
    expect(await publish(ctx, grace, name)).toEqual({ outcome: "done" });
  }),
);

test(
  "nobody approves their own words because somebody else changed a letter of them or wrote them once more",
  withContext(async (ctx) => {
    await save(ctx, lin, principle, "es", words("Menos datos"));
    expect(await save(ctx, ada, principle, "es", words("Menos datos."))).toMatchObject({ number: 3 });
    const name = { ...principle, locale: "es", number: 3 };
    await submitForReview(ctx, ada, name);
    expect(await approve(ctx, lin, name)).toEqual({ outcome: "notAllowed", why: "ownText" });
    expect(await approve(ctx, ada, name)).toEqual({ outcome: "notAllowed", why: "ownText" });
    expect(await approve(ctx, grace, name)).toEqual({ outcome: "done" });
    expect(await publish(ctx, grace, name)).toEqual({ outcome: "done" });

    expect(await save(ctx, grace, principle, "es", words("Muy pocos datos"))).toMatchObject({ number: 4 });
    await submitForReview(ctx, grace, { ...name, number: 4 });
    expect(await approve(ctx, lin, { ...name, number: 4 }), "what is published is nobody's own").toEqual({
      outcome: "done",
    });
    await publish(ctx, ada, { ...name, number: 4 });
    await save(ctx, ada, principle, "es", words("Menos datos"));
    await submitForReview(ctx, ada, { ...name, number: 5 });
    expect(await approve(ctx, lin, { ...name, number: 5 }), "Lin wrote the very same").toMatchObject({
      outcome: "notAllowed",
    });

    const wording = { kind: "consent_wording", key: "newsletter" };
    const both = { ...ada, roles: ["editor", "legal_reviewer"] as const };
    await save(ctx, both, wording, "en", { text: "Write to me." });
    await save(ctx, grace, wording, "en", { text: "Write to me!" });
    await submitForReview(ctx, grace, { ...wording, locale: "en", number: 3 });
    expect(await approveLegally(ctx, both, { ...wording, locale: "en", number: 3 })).toEqual({
      outcome: "notAllowed",
      why: "ownText",
    });
  }),
);

test(
  "going back to a machine's draft that nobody approved needs the right to publish one",
  withContext(async (ctx) => {
    const actions = await ctx.db.select().from(contentItems).where(eq(contentItems.kind, "partner_action"));
    const mine = actions.find(({ key }) => key === "mikopo-bila-kupekua");
    if (!mine?.partnerId) throw new Error("There is no such action.");
    await ctx.db.update(partners).set({ needsApproval: false }).where(eq(partners.id, mine.partnerId));
    const amina = ofPartner("Amina", mine.partnerId, "editor");
    const action = { kind: "partner_action", key: mine.key };
    const basedOn = await newestOf(ctx, action, "fr");
    const fields = (title: string) => ({ title, summary: "s", body: "b", cta: "c" });
    const draft = { ...action, locale: "fr", fields: fields("Brouillon"), basedOn, isMachineDraft: true };
    const first = await saveDraft(ctx, lin, draft);
    if (first.outcome !== "saved") throw new Error(JSON.stringify(first));
    expect(await publish(ctx, grace, { ...action, locale: "fr", number: first.number })).toEqual({ outcome: "done" });
    const name = await bringOut(ctx, action, "fr", fields("Relu"));
    expect(await undoPublish(ctx, amina, name)).toEqual({ outcome: "notAllowed", why: "role" });
    expect(await undoPublish(ctx, grace, name)).toMatchObject({ outcome: "done" });
  }),
);

test(
  "a machine's draft that readers see is approved where it stands, and loses its mark",
  withContext(async (ctx) => {
    const name = { ...principle, locale: "es", number: 1 };
    const before = await shownPrinciple(ctx, "es");
    expect(await approve(ctx, lin, name)).toEqual({ outcome: "done" });
    expect(await approve(ctx, lin, name)).toEqual({ outcome: "already" });
    expect(await approve(ctx, ada, name)).toEqual({ outcome: "conflict", state: "published", by: "Lin" });
    expect(await shownPrinciple(ctx, "es")).toEqual({ ...before, status: "reviewed" });
    expect(await versionsOf(ctx, principle, "es")).toMatchObject([{ state: "published", reviewedBy: "Lin" }]);
    expect(await approve(ctx, ada, { ...name, locale: "en" })).toMatchObject({ outcome: "conflict" });

    const wording = { kind: "consent_wording", key: "petition", locale: "es", number: 1 };
    expect(await approve(ctx, ada, wording)).toEqual({ outcome: "done" });
    expect(await approveLegally(ctx, ruth, wording)).toEqual({ outcome: "done" });
    const versions = and(eq(consentWordings.purpose, "petition"), eq(consentWordings.locale, "es"));
    expect(await ctx.db.$count(consentWordings, versions)).toBe(1);
  }),
);

test(
  "translations are stale once the source moved on, in the languages concerned only, until they follow or it goes back",
  withContext(async (ctx) => {
    await bringOut(ctx, principle, "en", words("Less data"));
    const stale = async (locale: string) => (await shownPrinciple(ctx, locale))?.isStale;
    expect(await Promise.all(["en", "es", "ar"].map(stale))).toEqual([false, true, true]);
    const [other] = await ctx.db
      .select()
      .from(principleTranslations)
      .where(and(eq(principleTranslations.slug, "civil-rights"), eq(principleTranslations.locale, "es")));
    expect(other?.isStale).toBe(false);

    await bringOut(ctx, principle, "es", words("Menos datos"));
    expect(await Promise.all(["en", "es", "ar"].map(stale))).toEqual([false, false, true]);
    const [state] = await listContent(ctx, ada, principle);
    expect(state?.texts.filter((text) => text.stale).map(({ locale }) => locale)).not.toContain("es");
    expect(state?.texts.find(({ locale }) => locale === "ar")?.stale).toEqual({ from: 1, to: 2 });
    expect(progressOf(state ? [state] : [], ["ar", "es", "fi"])).toMatchObject([
      { locale: "ar", published: 1, unreviewed: 1, stale: 1, missing: 0 },
      { locale: "es", published: 1, unreviewed: 0, stale: 0, missing: 0 },
      { locale: "fi", published: 0, total: 1, missing: 1 },
    ]);

    const name = { ...principle, locale: "en", number: 2 };
    expect(await undoPublish(ctx, grace, name)).toEqual({ outcome: "done", number: 3 });
    expect(await undoPublish(ctx, grace, name)).toEqual({ outcome: "already" });
    expect(await Promise.all(["en", "es", "ar"].map(stale))).toEqual([false, true, false]);
    expect((await versionsOf(ctx, principle, "en")).map(({ state: of }) => of)).toEqual([
      "archived",
      "archived",
      "published",
    ]);
  }),
);

test(
  "what was sent back is a draft without approval, with the reason, and its writer goes on with it",
  withContext(async (ctx) => {
    await save(ctx, lin, principle, "es", words("Menos"));
    const name = { ...principle, locale: "es", number: 2 };
    expect(await sendBack(ctx, grace, name, "Too short")).toMatchObject({ outcome: "conflict", state: "draft" });
    await submitForReview(ctx, lin, name);
    await approve(ctx, grace, name);
    expect(await sendBack(ctx, ada, name, "Too short\0")).toEqual({ outcome: "done" });
    expect(await sendBack(ctx, ada, name, "Too short")).toEqual({ outcome: "already" });
    expect((await versionsOf(ctx, principle, "es")).at(-1)).toMatchObject({
      state: "draft",
      sentBackBy: "Ada",
      sentBackReason: "Too short",
      reviewedBy: null,
    });
    expect(await publish(ctx, grace, name)).toEqual({ outcome: "conflict", state: "draft", by: "Ada" });

    expect(await save(ctx, lin, principle, "es", words("Menos datos"))).toMatchObject({ outcome: "saved", number: 2 });
    await submitForReview(ctx, lin, name);
    expect((await versionsOf(ctx, principle, "es")).at(-1)).toMatchObject({ state: "in_review", sentBackReason: null });
  }),
);

test(
  "saving again edits one's own draft, changes nothing the second time, and never writes over somebody else",
  withContext(async (ctx) => {
    const seen = await newestOf(ctx, principle, "es");
    const input = { ...principle, locale: "es", fields: words("Menos"), basedOn: seen };
    const first = await saveDraft(ctx, lin, input);
    expect(first).toMatchObject({ outcome: "saved", number: 2 });
    expect(await saveDraft(ctx, lin, input), "the same request twice").toEqual(first);
    const second = await save(ctx, lin, principle, "es", words("Menos datos"));
    expect(second).toMatchObject({ outcome: "saved", number: 2 });
    expect(await saveDraft(ctx, ada, { ...input, fields: words("Pocos") }), "Ada saw the text before").toMatchObject({
      outcome: "outdated",
      newest: { number: 2, state: "draft", writtenBy: "Lin" },
    });
    expect(await save(ctx, ada, principle, "es", words("Pocos"))).toMatchObject({ outcome: "saved", number: 3 });
    expect((await versionsOf(ctx, principle, "es")).map(({ writtenBy }) => writtenBy)).toEqual(["seed", "Lin", "Ada"]);
  }),
);

test(
  "of a partner's texts another partner learns nothing, and a translator writes no source",
  withContext(async (ctx) => {
    const actions = await ctx.db.select().from(contentItems).where(eq(contentItems.kind, "partner_action"));
    const mine = actions.find(({ key }) => key === "mikopo-bila-kupekua");
    const other = actions.find(({ partnerId }) => partnerId !== mine?.partnerId);
    if (!mine?.partnerId || !other) throw new Error("There are no such actions.");
    const amina = ofPartner("Amina", mine.partnerId, "editor");
    const fields = { title: "t", summary: "s", body: "b", cta: "c" };
    const input = { kind: "partner_action", locale: mine.sourceLocale, basedOn: null, fields };
    const name = { kind: "partner_action", key: other.key, locale: other.sourceLocale, number: 1 };

    expect(await saveDraft(ctx, amina, { ...input, key: other.key })).toEqual({ outcome: "notFound" });
    expect(await archive(ctx, amina, name)).toEqual({ outcome: "notFound" });
    expect((await listContent(ctx, amina)).every(({ partnerId }) => partnerId === mine.partnerId)).toBe(true);
    expect(await saveDraft(ctx, { ...amina, roles: ["translator"] }, { ...input, key: mine.key })).toEqual({
      outcome: "notAllowed",
      why: "role",
    });
    expect(await save(ctx, amina, { kind: "partner_action", key: mine.key }, mine.sourceLocale, fields)).toMatchObject({
      outcome: "saved",
    });
    expect(await archive(ctx, amina, { ...name, key: mine.key, locale: mine.sourceLocale })).toEqual({
      outcome: "done",
    });
    const texts = await ctx.db.select({ title: partnerActionTranslations.title }).from(partnerActionTranslations);
    expect(texts.length).toBeGreaterThan(0);
    expect((await listContent(ctx, amina, mine)).flatMap(({ texts: all }) => all)).not.toContainEqual(
      expect.objectContaining({ published: expect.anything() }),
    );
  }),
);

test(
  "nothing is written or published in a language that readers are not offered, and none in a pseudo-locale",
  withContext(async (ctx) => {
    for (const locale of ["fi", "en-XA", "ar-XB"]) {
      const draft = { ...principle, locale, fields: words("Tieto"), basedOn: null };
      expect(await saveDraft(ctx, lin, draft), locale).toEqual({ outcome: "unknownLanguage" });
    }
    const [item] = await ctx.db.select().from(contentItems).where(eq(contentItems.key, principle.key));
    const [spanish] = await versionsOf(ctx, principle, "es");
    if (!item || !spanish) throw new Error("There is no such text.");
    await ctx.db.insert(contentRevisions).values({ ...spanish, locale: "fi", state: "approved", publishedAt: null });
    const finnish = { ...principle, locale: "fi", number: 1 };
    expect(await publish(ctx, grace, finnish)).toEqual({ outcome: "unknownLanguage" });
    await ctx.db
      .update(contentRevisions)
      .set({ state: "archived", publishedAt: ctx.now() })
      .where(eq(contentRevisions.locale, "fi"));
    expect(await undoPublish(ctx, grace, finnish)).toEqual({ outcome: "unknownLanguage" });
  }),
);

test(
  "a list of one language holds it and its source",
  withContext(async (ctx) => {
    const contents = await listContent(ctx, ada, { kind: "principle", locale: "es" });
    expect(contents).toHaveLength(10);
    for (const { texts } of contents) expect(texts.map(({ locale }) => locale)).toEqual(["en", "es"]);
  }),
);

describe("the wording of a consent", () => {
  const wording = { kind: "consent_wording", key: "newsletter" };
  const versions = (ctx: TestContext, locale: string) =>
    ctx.db
      .select()
      .from(consentWordings)
      .where(and(eq(consentWordings.purpose, "newsletter"), eq(consentWordings.locale, locale)))
      .orderBy(desc(consentWordings.version));

  test(
    "needs a second person and a legal reviewer, and becomes a new version; none is ever edited",
    withContext(async (ctx) => {
      const before = await versions(ctx, "en");
      const text = "Write to me about the campaign, at most twice a month.";
      await save(ctx, ada, wording, "en", { text });
      const name = { ...wording, locale: "en", number: 2 };
      await submitForReview(ctx, ada, name);
      expect(await approve(ctx, grace, name)).toEqual({ outcome: "done" });
      expect(await publish(ctx, grace, name)).toMatchObject({ outcome: "conflict", state: "in_review" });
      expect(await approveLegally(ctx, grace, name)).toEqual({ outcome: "notAllowed", why: "role" });
      expect(await approveLegally(ctx, ruth, name)).toEqual({ outcome: "done" });
      expect(await publish(ctx, grace, name)).toEqual({ outcome: "done" });

      const [newest, ...rest] = await versions(ctx, "en");
      expect(rest).toEqual(before);
      const sha256 = createHash("sha256").update(text).digest("hex");
      expect(newest).toMatchObject({ version: 2, text, sha256 });
      expect(await archive(ctx, grace, name)).toEqual({ outcome: "needed" });
      expect(await undoPublish(ctx, grace, name)).toEqual({ outcome: "done", number: 3 });
      expect((await versions(ctx, "en")).map(({ version, text: of }) => [version, of])).toEqual([
        [3, before[0]?.text],
        [2, text],
        [1, before[0]?.text],
      ]);
    }),
  );

  test(
    "is not published as a machine's draft",
    withContext(async (ctx) => {
      const draft = { ...wording, locale: "es", fields: { text: "Escríbanme." }, isMachineDraft: true };
      await saveDraft(ctx, ada, { ...draft, basedOn: await newestOf(ctx, wording, "es") });
      expect(await publish(ctx, ada, { ...wording, locale: "es", number: 2 })).toEqual({
        outcome: "notAllowed",
        why: "role",
      });
      expect(await versions(ctx, "es")).toHaveLength(1);
    }),
  );
});

test(
  "a translation that is archived gives way to the next best language, and comes back by undoing",
  withContext(async (ctx) => {
    const name = { ...principle, locale: "es", number: 1 };
    const before = await shownPrinciple(ctx, "es");
    expect(await archive(ctx, ada, { ...name, locale: "en" })).toEqual({ outcome: "needed" });
    expect(await archive(ctx, ada, name)).toEqual({ outcome: "done" });
    expect(await archive(ctx, ada, name)).toEqual({ outcome: "already" });
    expect(await shownPrinciple(ctx, "es")).toBeUndefined();
    const found = and(eq(searchDocuments.key, principle.key), eq(searchDocuments.locale, "es"));
    expect(await ctx.db.select({ key: searchDocuments.key }).from(searchDocuments).where(found)).toEqual([]);

    expect(await undoPublish(ctx, ada, name)).toEqual({ outcome: "done", number: 2 });
    expect(await undoPublish(ctx, ada, name)).toEqual({ outcome: "already" });
    expect(await shownPrinciple(ctx, "es")).toEqual(before);
  }),
);

test(
  "what is older than what readers see is not published again by mistake",
  withContext(async (ctx) => {
    await save(ctx, lin, principle, "es", words("Dos"));
    await submitForReview(ctx, lin, { ...principle, locale: "es", number: 2 });
    await approve(ctx, grace, { ...principle, locale: "es", number: 2 });
    await bringOut(ctx, principle, "es", words("Tres"));
    expect(await publish(ctx, grace, { ...principle, locale: "es", number: 2 })).toMatchObject({
      outcome: "conflict",
      state: "archived",
    });
    expect(await undoPublish(ctx, grace, { ...principle, locale: "es", number: 3 }, 2)).toEqual({
      outcome: "nothingEarlier",
    });
  }),
);

test.each([
  [{ kind: "principle", key: "none" }, "en", 1],
  [{ kind: "nothing", key: "data-minimization" }, "en", 1],
  [{ kind: "principle", key: "a\0b" }, "en", 1],
  [principle, "e\0n", 1],
  [principle, "EN", 1],
  [principle, "en", 7],
  [principle, "en", Number.NaN],
])("%j in %j, version %d: is not found by any step", (text, locale, number) =>
  withContext(async (ctx) => {
    const name = { ...text, locale, number };
    const answers = [
      await submitForReview(ctx, ada, name),
      await sendBack(ctx, ada, name, "x"),
      await approve(ctx, ada, name),
      await publish(ctx, ada, name),
      await undoPublish(ctx, ada, name),
      await archive(ctx, ada, name),
    ];
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["notFound"]));
  })(),
);
