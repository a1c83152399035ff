import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { DomainError } from "~/domain/errors";
import { discardUnfinished, keepTexts } from "~/domain/workshop/keep-texts.server";
import { getTextEditor } from "~/domain/workshop/text-editor.server";
import { forgetUnfinished } from "~/domain/workshop/unfinished.server";
import { contentItems, contentRevisions } from "~db/schema/content-items";
import { unfinishedTexts } from "~db/schema/unfinished-texts";
import { type TestContext, withContext } from "../../support/database";
import { member, somePartner } from "../access/people";
import { beginFilled, campaigners, seenIn, slug, step, withText, write } from "./campaigners";

async function revisionsOfPetition(ctx: TestContext, locale = "en") {
  const rows = await ctx.db
    .select({ revision: contentRevisions, kind: contentItems.kind })
    .from(contentRevisions)
    .innerJoin(contentItems, eq(contentItems.id, contentRevisions.itemId))
    .where(eq(contentItems.key, slug))
    .orderBy(contentRevisions.number);
  return rows.filter(({ kind, revision }) => kind === "petition" && revision.locale === locale);
}

test(
  "what is whole is a draft at once, however often it is saved; what is not is kept for its writer alone",
  withContext(async (ctx) => {
    const { amina, bahati } = await campaigners(ctx);
    await beginFilled(ctx, amina);
    expect(await write(ctx, amina, "en", {})).toMatchObject({ petition: { outcome: "saved" } });
    expect(await revisionsOfPetition(ctx)).toHaveLength(1);

    const kept = await write(ctx, amina, "en", { "petition.title": "", "campaign.name": "Cameras" });
    expect(kept.petition).toMatchObject({ outcome: "unfinished", faults: [{ path: "title", fault: "invalid" }] });
    expect(kept.campaign).toMatchObject({ outcome: "saved" });
    const mine = await getTextEditor(ctx, amina, slug, "en");
    expect(mine.typed.texts.get("petition.title")).toBe("");
    expect(mine.texts.petition).toMatchObject({ unfinishedAt: ctx.now(), conflict: null });
    const others = await getTextEditor(ctx, bahati, slug, "en");
    expect(others.typed.texts.get("petition.title")).toBe("No cameras at the market");
    expect(others.texts.petition.unfinishedAt).toBeNull();
    expect(others.typed.texts.get("campaign.name")).toBe("Cameras");

    expect(await write(ctx, amina, "en", { "petition.title": "Whole again" })).toMatchObject({
      petition: { outcome: "saved" },
    });
    expect(await ctx.db.select().from(unfinishedTexts)).toEqual([]);
    expect((await getTextEditor(ctx, bahati, slug, "en")).typed.texts.get("petition.title")).toBe("Whole again");
  }),
);

test(
  "of two people who write at once the second is told who saved, loses nothing, and decides",
  withContext(async (ctx) => {
    const { amina, bahati } = await campaigners(ctx);
    await beginFilled(ctx, amina);
    const seenByBahati = await getTextEditor(ctx, bahati, slug, "en");
    await write(ctx, amina, "en", { "petition.title": "Amina’s title" });

    const sent = {
      ...seenIn(seenByBahati),
      locale: "en",
      typed: withText(seenByBahati.typed, { "petition.title": "Bahati’s title" }),
    };
    for (const how of ["save", "auto"] as const) {
      const kept = await keepTexts(ctx, bahati, slug, { ...sent, how });
      expect(kept.petition).toEqual({ outcome: "conflict", by: "amina", at: ctx.now() });
      expect(kept.campaign).toMatchObject({ outcome: "saved" });
    }
    const editor = await getTextEditor(ctx, bahati, slug, "en");
    expect(editor.texts.petition.conflict).toEqual(["petition.title"]);
    expect(editor.typed.texts.get("petition.title")).toBe("Bahati’s title");
    expect(editor.theirs?.texts.get("petition.title")).toBe("Amina’s title");
    expect(editor.texts.petition.newest).toMatchObject({ by: "amina", isMine: false });

    // Hers instead: a new version, so that Amina's stays in the history.
    const { newest } = editor.texts.petition;
    const over = { ...sent, basedOn: { ...sent.basedOn, petition: newest } };
    expect(await keepTexts(ctx, bahati, slug, { ...over, how: "save" })).toMatchObject({
      petition: { outcome: "saved", version: { number: 2 } },
    });
    const titles = (await revisionsOfPetition(ctx)).map(({ revision }) => Object(revision.fields).title);
    expect(titles).toEqual(["Amina’s title", "Bahati’s title"]);
    expect((await getTextEditor(ctx, bahati, slug, "en")).texts.petition.conflict).toBeNull();
  }),
);

test(
  "whoever takes the other's text throws their own away, and forgotten ones go after their time",
  withContext(async (ctx) => {
    const { amina, bahati } = await campaigners(ctx);
    await beginFilled(ctx, amina);
    await write(ctx, bahati, "en", { "petition.title": "" });
    await write(ctx, amina, "en", { "petition.title": "" });
    await discardUnfinished(ctx, bahati, slug, "en");
    const left = await ctx.db.select().from(unfinishedTexts);
    expect(left.map(({ userId }) => userId)).toEqual([amina.userId]);

    ctx.clock.advance(91 * 86_400_000);
    await forgetUnfinished(ctx);
    expect(await ctx.db.select().from(unfinishedTexts)).toEqual([]);
  }),
);

test(
  "a part that was just added and is empty is kept, and does not become a draft",
  withContext(async (ctx) => {
    const { amina } = await campaigners(ctx);
    await beginFilled(ctx, amina);
    const editor = await getTextEditor(ctx, amina, slug, "en");
    const typed = withText(editor.typed, { "petition.demands": ["Switch them off.", ""] });
    await keepTexts(ctx, amina, slug, { ...seenIn(editor), locale: "en", typed, how: "unfinished" });
    expect((await getTextEditor(ctx, amina, slug, "en")).typed.lists.get("petition.demands")).toEqual([
      "Switch them off.",
      "",
    ]);
    const [row] = await revisionsOfPetition(ctx);
    expect(Object(row?.revision.fields).demands).toEqual(["Switch them off."]);
  }),
);

test(
  "a translation is made from words that stand still, has their questions and placeholders, and is its translator's to write",
  withContext(async (ctx) => {
    const { amina, bahati, tatu } = await campaigners(ctx);
    await beginFilled(ctx, amina);
    expect((await getTextEditor(ctx, tatu, slug, "sw")).source).toBeNull();
    expect(await write(ctx, tatu, "sw", { "petition.title": "Kamera" })).toMatchObject({
      petition: { outcome: expect.stringMatching(/noSource|unfinished/) },
    });
    await discardUnfinished(ctx, tatu, slug, "sw");
    expect(await step(ctx, amina, "en", { step: "submit" })).toBe("done");

    const editor = await getTextEditor(ctx, tatu, slug, "sw");
    expect(editor.source?.texts.get("petition.addressedTo")).toBe("Soko Ltd");
    expect(editor.typed.lists.get("petition.statement")).toEqual(["", ""]);
    const swahili = {
      "petition.title": "Hakuna kamera",
      "petition.addressedTo": "Soko Ltd",
      "petition.summary": "Zimeni kamera.",
      "petition.statement": ["Kamera zinaangalia.", "Hakuna aliyeulizwa."],
      "petition.share.message": "Saini",
      "petition.share.emailSubject": "Saini",
      "petition.share.emailBody": "Saini: {{url}}",
      "campaign.name": "Kamera",
      "campaign.seo.title": "Kamera",
      "campaign.seo.description": "Kamera sokoni",
    };
    expect(await write(ctx, tatu, "sw", swahili)).toMatchObject({
      petition: {
        outcome: "unfinished",
        faults: [{ path: "share.message", fault: "placeholders", detail: "{{url}}" }],
      },
    });
    expect(await write(ctx, tatu, "sw", { "petition.share.message": "Saini: {{url}}" })).toMatchObject({
      petition: { outcome: "saved" },
      campaign: { outcome: "saved" },
    });
    const [row] = await revisionsOfPetition(ctx, "sw");
    expect(row?.revision).toMatchObject({ number: 1, sourceNumber: 1, state: "draft" });

    await expect(write(ctx, tatu, "en", { "petition.title": "Mine" })).rejects.toEqual(new DomainError("notAllowed"));
    const analyst = await member(ctx, "ann@example.org", ["analyst"], somePartner);
    await expect(write(ctx, analyst, "sw", {})).rejects.toEqual(new DomainError("notAllowed"));
    for (const locale of ["xx", "en-XA", "../en", "\0"]) {
      await expect(getTextEditor(ctx, amina, slug, locale)).rejects.toEqual(new DomainError("notFound"));
    }

    // The second person reads both texts in one step; the writer cannot.
    expect(await step(ctx, tatu, "sw", { step: "submit" })).toBe("done");
    expect(await step(ctx, tatu, "sw", { step: "approve" })).toBe("ownText");
    expect(await step(ctx, bahati, "sw", { step: "sendBack", reason: "A word is missing." })).toBe("done");
    expect((await getTextEditor(ctx, tatu, slug, "sw")).texts.petition.newest).toMatchObject({
      state: "draft",
      sentBackReason: "A word is missing.",
    });
    expect(await step(ctx, tatu, "sw", { step: "submit" })).toBe("done");
    expect(await step(ctx, bahati, "sw", { step: "approve" })).toBe("done");
    expect(await step(ctx, bahati, "sw", { step: "submit" })).toBe("conflict");
  }),
);
