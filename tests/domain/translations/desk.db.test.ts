import { expect, test } from "vitest";
import type { PortalActor } from "~/domain/access/portal-actor";
import { DomainError } from "~/domain/errors";
import { getDeskText } from "~/domain/translations/desk/desk-text.server";
import type { ItemName } from "~/domain/translations/desk/item-name";
import { discardDeskText, keepDeskText } from "~/domain/translations/desk/keep-desk-text.server";
import { listDesk } from "~/domain/translations/desk/list-desk.server";
import { takeDeskStep } from "~/domain/translations/desk/take-desk-step.server";
import { type TestContext, withContext } from "../../support/database";
import { member, somePartner } from "../access/people";

const principle: ItemName = { kind: "principle", key: "data-minimization" };
const consent: ItemName = { kind: "consent_wording", key: "partner_sharing" };

async function hosts(ctx: TestContext) {
  return {
    ada: await member(ctx, "ada@example.org", ["editor"]),
    grace: await member(ctx, "grace@example.org", ["editor"]),
    lin: await member(ctx, "lin@example.org", ["translator"]),
    ruth: await member(ctx, "ruth@example.org", ["legal_reviewer"]),
  };
}

/** Types into fields as somebody sees them, and saves; what is not named stays. */
async function type(
  ctx: TestContext,
  actor: PortalActor,
  item: ItemName,
  locale: string,
  change: Record<string, string>,
  how: "save" | "auto" = "save",
) {
  const { units, basedOn, sourceNumber } = await getDeskText(ctx, actor, { ...item, locale });
  const texts = new Map(units.map(({ path, text }) => [path, change[path] ?? text]));
  return keepDeskText(ctx, actor, { ...item, locale }, { texts, basedOn, sourceNumber, how });
}

test(
  "the desk tells of each language what is missing, and of each text where it is; a partner sees its own alone",
  withContext(async (ctx) => {
    const lin = await member(ctx, "lin@example.org", ["translator"]);
    const tatu = await member(ctx, "tatu@example.org", ["translator"], somePartner);
    const all = await listDesk(ctx, lin, { locale: "sw", kind: "principle", status: null }, 1);
    expect(all.lines).toHaveLength(10);
    expect(all.lines[0]).toMatchObject({ kind: "principle", locale: "sw", isSource: false, sourceLocale: "en" });
    const swahili = all.progress.find(({ locale }) => locale === "sw");
    expect(swahili?.total).toBe(10);
    expect(all.counts.missing + all.counts.published).toBe(10);

    await type(ctx, lin, principle, "sw", { title: "Kusanya kinachohitajika", short: "x", long: "y" });
    const drafts = await listDesk(ctx, lin, { locale: "sw", kind: null, status: "draft" }, 1);
    expect(drafts.lines).toMatchObject([{ ...principle, title: "Collect only what is needed" }]);

    const own = await listDesk(ctx, tatu, { locale: null, kind: null, status: null }, 1);
    expect(new Set(own.lines.map(({ kind }) => kind))).not.toContain("principle");
    expect(own.total).toBeGreaterThan(0);
    await expect(getDeskText(ctx, tatu, { ...principle, locale: "sw" })).rejects.toEqual(new DomainError("notFound"));
    await expect(getDeskText(ctx, lin, { ...principle, locale: "xx" })).rejects.toEqual(new DomainError("notFound"));
  }),
);

test(
  "where the original was changed since, the desk says what, and a press says that the translation fits it still",
  withContext(async (ctx) => {
    const { lin } = await hosts(ctx);
    const swahili = { title: "Kusanya kinachohitajika", short: "Si zaidi.", long: "Ndiyo." };
    await type(ctx, lin, principle, "sw", swahili);
    expect(await getDeskText(ctx, lin, { ...principle, locale: "sw" })).toMatchObject({ isStale: false });
    const before = (await getDeskText(ctx, lin, { ...principle, locale: "en" })).units;
    ctx.clock.advance(1_000);
    await changeOriginal(ctx);

    const text = await getDeskText(ctx, lin, { ...principle, locale: "sw" });
    expect(text.isStale).toBe(true);
    const [title, short] = text.units;
    expect(title).toMatchObject({ path: "title", source: "Collect less", text: swahili.title });
    expect(title?.sourceBefore).toBe(before[0]?.text);
    expect(short).toMatchObject({ path: "short", sourceBefore: null, text: swahili.short });

    // By itself nothing is said; at a press it is.
    await type(ctx, lin, principle, "sw", {}, "auto");
    expect((await getDeskText(ctx, lin, { ...principle, locale: "sw" })).isStale).toBe(true);
    await type(ctx, lin, principle, "sw", {}, "save");
    expect((await getDeskText(ctx, lin, { ...principle, locale: "sw" })).isStale).toBe(false);
  }),
);

/** Others than the translator change the original. */
async function changeOriginal(ctx: TestContext) {
  const one = await member(ctx, "one@example.org", ["editor"]);
  const other = await member(ctx, "other@example.org", ["editor"]);
  const kept = await type(ctx, one, principle, "en", { title: "Collect less" });
  if (kept.outcome !== "saved") throw new Error(`It was not saved: ${kept.outcome}.`);
  const name = { ...principle, locale: "en", number: kept.version.number };
  await takeDeskStep(ctx, one, name, { step: "submit" });
  await takeDeskStep(ctx, other, name, { step: "approve" });
  expect(await takeDeskStep(ctx, other, name, { step: "publish" })).toBe("done");
}

test(
  "a text that is not whole, or lost a placeholder, is kept for its writer alone, and nothing of it is lost",
  withContext(async (ctx) => {
    const { ada, lin } = await hosts(ctx);
    const kept = await type(ctx, lin, consent, "sw", { text: "Ndiyo, tumeni." });
    expect(kept).toEqual({
      outcome: "unfinished",
      faults: [{ path: "text", fault: "placeholders", detail: "{{partner}}" }],
    });
    const mine = await getDeskText(ctx, lin, { ...consent, locale: "sw" });
    expect(mine.units[0]?.text).toBe("Ndiyo, tumeni.");
    expect(mine.unfinishedAt).toEqual(ctx.now());
    const others = await getDeskText(ctx, ada, { ...consent, locale: "sw" });
    expect(others.units[0]?.text).not.toBe("Ndiyo, tumeni.");
    await discardDeskText(ctx, lin, { ...consent, locale: "sw" });
    expect((await getDeskText(ctx, lin, { ...consent, locale: "sw" })).unfinishedAt).toBeNull();
  }),
);

test(
  "of two who write at once the second sees both texts and decides",
  withContext(async (ctx) => {
    const { ada, lin } = await hosts(ctx);
    const name = { ...principle, locale: "bn" };
    const seen = await getDeskText(ctx, lin, name);
    await type(ctx, ada, principle, "bn", { title: "Ada", short: "a", long: "a" });
    const texts = new Map([
      ["title", "Lin"],
      ["short", "a"],
      ["long", "a"],
    ]);
    const sent = { texts, basedOn: seen.basedOn, sourceNumber: seen.sourceNumber, how: "save" as const };
    expect(await keepDeskText(ctx, lin, name, sent)).toEqual({ outcome: "conflict", by: "ada" });
    const text = await getDeskText(ctx, lin, name);
    expect(text).toMatchObject({ hasConflict: true, newest: { by: "ada" } });
    expect(text.units).toMatchObject([
      { text: "Lin", theirs: "Ada" },
      { text: "a", theirs: null },
      { text: "a", theirs: null },
    ]);
    expect(await keepDeskText(ctx, lin, name, { ...sent, basedOn: text.last })).toMatchObject({ outcome: "saved" });
    expect(await getDeskText(ctx, lin, name)).toMatchObject({ hasConflict: false, newest: { isMine: true } });
  }),
);

test(
  "a wording of a consent needs a second person and a legal reviewer, and a translator publishes nothing",
  withContext(async (ctx) => {
    const { ada, grace, lin, ruth } = await hosts(ctx);
    const kept = await type(ctx, lin, consent, "sw", { text: "Ndiyo, {{partner}} inaweza kuniandikia." });
    if (kept.outcome !== "saved") throw new Error("It was not saved.");
    const name = { ...consent, locale: "sw", number: kept.version.number };
    expect(await takeDeskStep(ctx, lin, name, { step: "submit" })).toBe("done");
    expect(await takeDeskStep(ctx, lin, name, { step: "approve" })).toBe("ownText");
    expect(await takeDeskStep(ctx, ada, name, { step: "approve" })).toBe("done");
    expect(await takeDeskStep(ctx, ada, name, { step: "publish" })).toBe("conflict");
    await expect(takeDeskStep(ctx, ada, name, { step: "approveLegally" })).rejects.toEqual(
      new DomainError("notAllowed"),
    );
    expect(await takeDeskStep(ctx, ruth, name, { step: "approveLegally" })).toBe("done");
    await expect(takeDeskStep(ctx, lin, name, { step: "publish" })).rejects.toEqual(new DomainError("notAllowed"));
    expect(await takeDeskStep(ctx, grace, name, { step: "publish" })).toBe("done");
  }),
);
