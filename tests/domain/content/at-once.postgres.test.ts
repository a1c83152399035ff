import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { approve } from "~/domain/content/approve.server";
import { changeAddress } from "~/domain/content/change-address.server";
import { newUpdate } from "~/domain/content/new-update.server";
import { publish } from "~/domain/content/publish.server";
import { saveDraft } from "~/domain/content/save-draft.server";
import { sendBack } from "~/domain/content/send-back.server";
import { submitForReview } from "~/domain/content/submit-for-review.server";
import { auditLog } from "~db/schema/audit";
import { contentRevisions } from "~db/schema/content-items";
import { principleTranslations } from "~db/schema/principles";
import { type TestContext, withPostgres } from "../../support/database";
import { ada, grace, newestOf, ofHost, principle, versionsOf } from "./people";

const words = (title: string) => ({ title, short: "s", long: "l" });
const lee = ofHost("Lee", "editor");

async function submitted(ctx: TestContext, locale: string, title: string) {
  const basedOn = await newestOf(ctx, principle, locale);
  const saved = await saveDraft(ctx, lee, {
    ...principle,
    locale,
    fields: words(title),
    basedOn,
  });
  if (saved.outcome !== "saved") throw new Error(saved.outcome);
  const name = { ...principle, locale, number: saved.number };
  await submitForReview(ctx, lee, name);
  return name;
}

const outcomes = (answers: { outcome: string }[]) => answers.map(({ outcome }) => outcome).sort();

test(
  "of many who save on the same text at once one wins, and the others learn whose text they have not seen",
  withPostgres(async (_, ctx) => {
    const basedOn = await newestOf(ctx, principle, "es");
    const people = Array.from({ length: 8 }, (_each, index) => ofHost(`Person ${index}`, "editor"));
    const answers = await Promise.all(
      people.map((who) => saveDraft(ctx, who, { ...principle, locale: "es", fields: words(who.name), basedOn })),
    );
    expect(outcomes(answers)).toEqual([...new Array(7).fill("outdated"), "saved"]);
    const versions = await versionsOf(ctx, principle, "es");
    expect(versions).toHaveLength(2);
    for (const answer of answers) {
      if (answer.outcome === "outdated") expect(answer.newest.writtenBy).toBe(versions[1]?.writtenBy);
    }
  }),
);

test(
  "of one who approves and one who sends back at once, and of two who approve, one wins and is named to the other",
  withPostgres(async (_, ctx) => {
    const name = await submitted(ctx, "es", "Dos");
    const approvals = await Promise.all([approve(ctx, ada, name), approve(ctx, grace, name)]);
    const [version] = (await versionsOf(ctx, principle, "es")).slice(-1);
    expect(approvals).toContainEqual({ outcome: "done" });
    expect(approvals).toContainEqual({ outcome: "conflict", state: "approved", by: version?.reviewedBy });

    const other = await submitted(ctx, "ar", "Dos");
    const [approved, back] = await Promise.all([approve(ctx, ada, other), sendBack(ctx, grace, other, "No")]);
    // What was approved can still be sent back; what was sent back is not approved.
    expect(back).toEqual({ outcome: "done" });
    expect([{ outcome: "done" }, { outcome: "conflict", state: "draft", by: "Grace" }]).toContainEqual(approved);
    expect((await versionsOf(ctx, principle, "ar")).at(-1)).toMatchObject({ state: "draft", reviewedBy: null });
  }),
);

test(
  "two who publish at once publish once",
  withPostgres(async (_, ctx) => {
    const name = await submitted(ctx, "es", "Dos");
    await approve(ctx, grace, name);
    const answers = await Promise.all([ada, grace, ada, grace].map((who) => publish(ctx, who, name)));
    expect(answers.filter(({ outcome }) => outcome === "done")).toHaveLength(1);
    expect(outcomes(answers).join()).toMatch(/^already,conflict,conflict,done$/);
    const published = await ctx.db
      .select({ number: contentRevisions.number })
      .from(contentRevisions)
      .where(and(eq(contentRevisions.locale, "es"), eq(contentRevisions.publishedBy, "seed")));
    expect(published.length).toBeGreaterThan(0);
    const audits = await ctx.db.select().from(auditLog).where(eq(auditLog.action, "content.publish"));
    expect(audits).toHaveLength(1);
  }),
);

test(
  "a source and its translation that come out at once leave the translation marked as older",
  withPostgres(async (_, ctx) => {
    const source = await submitted(ctx, "en", "Less data");
    const names = await Promise.all(["es", "ar", "fr"].map((locale) => submitted(ctx, locale, `Menos ${locale}`)));
    for (const name of [source, ...names]) await approve(ctx, grace, name);
    const answers = await Promise.all([source, ...names].map((name) => publish(ctx, ada, name)));
    expect(outcomes(answers)).toEqual(new Array(4).fill("done"));
    const rows = await ctx.db.select().from(principleTranslations).where(eq(principleTranslations.slug, principle.key));
    expect(rows.filter(({ isStale }) => !isStale).map(({ locale }) => locale)).toEqual(["en"]);
  }),
);

test(
  "of two texts that want one address at once, and two articles of one name, one gets it",
  withPostgres(async (_, ctx) => {
    const renamed = await Promise.all(
      ["data-minimization", "civil-rights", "data-rights"].map((key) =>
        changeAddress(ctx, ada, { kind: "principle", key, locale: "es", slug: "datos" }),
      ),
    );
    expect(outcomes(renamed)).toEqual(["done", "taken", "taken"]);
    const facts = { key: "news", sourceLocale: "en", type: "news", publishedAt: "2026-11-25T08:00:00Z" };
    const fields = { title: "t", dek: "d", body: "b", imageAlt: null, corrections: [], words: {} };
    const made = await Promise.all([ada, grace, ada].map((who) => newUpdate(ctx, who, facts, fields)));
    expect(outcomes(made)).toEqual(["created", "taken", "taken"]);
  }),
);
