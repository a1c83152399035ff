import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { PROOF_MINUTES } from "~/domain/access/portal-actor";
import { forgetExports } from "~/domain/exports/forget-exports.server";
import { listExports } from "~/domain/exports/list-exports.server";
import { cancelExport, requestExport } from "~/domain/exports/request-export.server";
import { writeExport } from "~/domain/exports/write-export.server";
import { withdrawByToken } from "~/domain/signatures/withdraw-signature.server";
import { agreementAcceptances } from "~db/schema/agreements";
import { auditLog } from "~db/schema/audit";
import { exportChunks, exportColumns, supporterExports } from "~db/schema/exports";
import { partners } from "~db/schema/partners";
import { signatures } from "~db/schema/signatures";
import { withContext } from "../../support/database";
import { member, otherPartner, somePartner } from "../access/people";
import { dump } from "../signatures/signing";
import { subjectOf } from "../supporters/supporters";
import { ask, download, exportAll, exportOf, exportScene, namesIn, open, rowsIn, write } from "./exporting";

const page = { locale: "en", gpc: false };
const ours = { partners: [somePartner] };
const HOUR_MS = 3_600_000;

test(
  "a file holds those who said yes, with what was asked for, and each organization's ids are its own",
  withContext(async (ctx) => {
    const { support, owner, stranger } = await exportScene(ctx);
    const ada = await support("Ada Lovelace", { partners: [somePartner, otherPartner] });
    const confirmedAt = ctx.now();
    await support("Berta", { partners: [otherPartner] });
    await support("Chen", { updates: true });
    const [ourId, theirId] = [owner, stranger].map(({ organization }) =>
      organization.kind === "partner" ? organization.id : "",
    );
    const subject = await subjectOf(ctx, ada, ourId ?? "");
    expect(await exportAll(ctx, owner)).toBe(
      "id,name,email,country,locale,consented_at,wording_version\r\n" +
        `${subject},Ada Lovelace,ada32lovelace@mail.example,KE,en,${confirmedAt.toISOString()},1\r\n`,
    );
    const theirs = rowsIn(await exportAll(ctx, stranger, { columns: ["email", "name"] }));
    expect(theirs).toEqual([
      [await subjectOf(ctx, ada, theirId ?? ""), "Ada Lovelace", "ada32lovelace@mail.example"],
      [expect.any(String), "Berta", "berta@mail.example"],
    ]);
    expect(theirs[0]?.[0]).not.toBe(subject);
    const host = await member(ctx, "host@example.org", ["owner"]);
    expect(namesIn(await exportAll(ctx, host))).toEqual(["Chen"]);
  }),
);

test(
  "a period and a campaign narrow a file, and a yes that is said after the request is not in it",
  withContext(async (ctx) => {
    const { support, owner, campaign } = await exportScene(ctx);
    await support("Ada", ours);
    ctx.clock.advance(24 * HOUR_MS);
    await support("Berta", ours);
    ctx.clock.advance(24 * HOUR_MS);
    await support("Chen", ours);
    const fresh = () => ({ ...owner, provenAt: ctx.now() });
    const names = async (wish: Parameters<typeof exportAll>[2]) => namesIn(await exportAll(ctx, fresh(), wish));
    expect(await names({ from: "2026-11-24" })).toEqual(["Berta", "Chen"]);
    expect(await names({ until: "2026-11-24" })).toEqual(["Ada", "Berta"]);
    expect(await names({ from: "2026-11-24", until: "2026-11-24", campaign: campaign.id })).toEqual(["Berta"]);
    await expect(names({ campaign: ctx.newId() })).rejects.toMatchObject({ code: "notFound" });

    const id = await ask(ctx, fresh());
    await support("Dede", ours);
    await write(ctx, id);
    expect(namesIn(await download(ctx, fresh(), id))).toEqual(["Ada", "Berta", "Chen"]);
  }),
);

test(
  "who withdraws while a file is written, or before it is downloaded, is not in it",
  withContext(async (ctx) => {
    const { support, owner } = await exportScene(ctx);
    const people = [];
    for (const name of ["Ada", "Berta", "Chen", "Dede", "Emeka", "Farah"]) people.push(await support(name, ours));
    const [, berta, , dede, emeka, farah] = people;
    if (!berta || !dede || !emeka || !farah) throw new Error("Somebody is missing.");
    ctx.clock.advance(1_000);
    const id = await ask(ctx, owner);
    await writeExport(ctx, id, 1);
    // One who was not written yet …
    await withdrawByToken(ctx, berta.token, page);
    await write(ctx, id, 1);
    expect(await exportOf(ctx, id)).toMatchObject({ state: "ready", total: 6, lookedAt: 5, written: 5 });
    // … and three who were.
    await withdrawByToken(ctx, dede.token, page);
    await ctx.db
      .update(signatures)
      .set({ heldAt: ctx.now() })
      .where(and(eq(signatures.campaignId, emeka.campaignId), eq(signatures.id, emeka.id)));
    await ctx.db.delete(signatures).where(eq(signatures.id, farah.id));
    expect(namesIn(await download(ctx, owner, id))).toEqual(["Ada", "Chen"]);
    const ends = (await ctx.db.select().from(auditLog)).filter(({ action }) => action === "export.downloaded");
    expect(ends).toMatchObject([{ facts: { export: id, written: 5, rows: 2, leftOut: 3 } }]);
  }),
);

test(
  "a yes that is said again while a file is written neither doubles nor loses its row",
  withContext(async (ctx) => {
    const { sign, confirm, support, owner } = await exportScene(ctx);
    const early = await sign("Ada", ours);
    const again = await sign("Ada", { partners: [somePartner, otherPartner] });
    await confirm(early);
    await support("Berta", ours);
    const late = await sign("Chen", ours);
    const lateAgain = await sign("Chen", { partners: [somePartner, otherPartner] });
    await confirm(late);
    ctx.clock.advance(1_000);
    const id = await ask(ctx, owner);
    await writeExport(ctx, id, 1);
    ctx.clock.advance(1_000);
    await confirm(again);
    await confirm(lateAgain);
    await write(ctx, id, 1);
    expect(namesIn(await download(ctx, owner, id))).toEqual(["Ada", "Berta", "Chen"]);
  }),
);

test.each([1, 2, 3, 4, 5])("a crash at write %i loses no row and doubles none", (crashAt) =>
  withContext(async (ctx) => {
    const { support, owner } = await exportScene(ctx);
    const names = ["Ada", "Berta", "Chen", "Dede", "Emeka"];
    for (const name of names) await support(name, ours);
    const id = await ask(ctx, owner);
    let sealed = 0;
    const seal = (purpose: string, plain: string) => {
      if (++sealed === crashAt) throw new Error("The process died.");
      return ctx.vault.seal(purpose, plain);
    };
    const dying = { ...ctx, vault: { ...ctx.vault, seal } };
    await expect(write(dying, id, 1)).rejects.toThrow("died");
    await write(ctx, id, 2);
    expect(await exportOf(ctx, id)).toMatchObject({ lookedAt: 5, written: 5, state: "ready" });
    expect(namesIn(await download(ctx, owner, id))).toEqual(names);
  })(),
);

test(
  "what waits to be downloaded names nobody to who reads the database alone, and is gone afterwards",
  withContext(async (ctx) => {
    const { support, owner } = await exportScene(ctx);
    await support("Ada Lovelace", ours);
    const id = await ask(ctx, owner);
    await write(ctx, id);
    expect(await dump(ctx)).not.toMatch(/Lovelace|lovelace|mail\.example/);
    expect(await ctx.db.select().from(exportChunks)).toHaveLength(1);
    await download(ctx, owner, id);
    expect(await ctx.db.select().from(exportChunks)).toEqual([]);
    expect(await dump(ctx)).not.toMatch(/Lovelace|lovelace|mail\.example/);
  }),
);

test(
  "a file is downloaded once",
  withContext(async (ctx) => {
    const { support, owner } = await exportScene(ctx);
    await support("Ada", ours);
    const id = await ask(ctx, owner);
    await expect(open(ctx, owner, id)).rejects.toThrow("over");
    await write(ctx, id);
    const running = await open(ctx, owner, id);
    await expect(open(ctx, owner, id)).rejects.toThrow("busy");
    expect(namesIn(await new Response(running.body).text())).toEqual(["Ada"]);
    await expect(open(ctx, owner, id)).rejects.toThrow("over");
    expect(await exportOf(ctx, id)).toMatchObject({ state: "over", endedAs: "downloaded", downloads: 1 });
  }),
);

test(
  "a download that breaks off may be tried again, three times in all",
  withContext(async (ctx) => {
    const { support, owner } = await exportScene(ctx);
    for (const name of ["Ada", "Berta"]) await support(name, ours);
    const id = await ask(ctx, owner);
    await write(ctx, id, 1);
    const breakOff = async () => {
      const reader = (await open(ctx, owner, id)).body.getReader();
      await reader.read();
      await reader.read();
      await reader.cancel();
    };
    await breakOff();
    expect((await listExports(ctx, owner))[0]).toMatchObject({ state: "ready", interrupted: 1, triesLeft: 2 });
    // A process that died says nothing more: after five minutes the file can be had again.
    await open(ctx, owner, id);
    ctx.clock.advance(4 * 60_000);
    await expect(open(ctx, owner, id)).rejects.toThrow("busy");
    ctx.clock.advance(60_001);
    expect((await listExports(ctx, owner))[0]).toMatchObject({ interrupted: 2, triesLeft: 1 });
    await breakOff();
    expect(await exportOf(ctx, id)).toMatchObject({ state: "over", endedAs: "interrupted" });
    expect(await ctx.db.select().from(exportChunks)).toEqual([]);
    await expect(open(ctx, owner, id)).rejects.toThrow("over");

    const second = await ask(ctx, owner);
    await write(ctx, second);
    await open(ctx, owner, second);
    ctx.clock.advance(6 * 60_000);
    const proven = { ...owner, provenAt: ctx.now() };
    expect(namesIn(await download(ctx, proven, second))).toEqual(["Ada", "Berta"]);
  }),
);

test(
  "a file that nobody downloads is deleted after a day, and its record after a year",
  withContext(async (ctx) => {
    const { support, owner } = await exportScene(ctx);
    await support("Ada", ours);
    const id = await ask(ctx, owner);
    await write(ctx, id);
    ctx.clock.advance(24 * HOUR_MS - 1);
    await forgetExports(ctx);
    expect(await exportOf(ctx, id)).toMatchObject({ state: "ready" });
    ctx.clock.advance(1);
    const proven = { ...owner, provenAt: ctx.now() };
    // Also before the worker has come by.
    await expect(open(ctx, proven, id)).rejects.toThrow("over");
    expect((await listExports(ctx, owner))[0]).toMatchObject({ state: "over", endedAs: "expired" });
    await forgetExports(ctx);
    expect(await exportOf(ctx, id)).toMatchObject({ state: "over", endedAs: "expired", endedAt: ctx.now() });
    expect(await ctx.db.select().from(exportChunks)).toEqual([]);
    ctx.clock.advance(366 * 24 * HOUR_MS);
    await forgetExports(ctx);
    expect(await ctx.db.select().from(supporterExports)).toEqual([]);
  }),
);

test(
  "a download that is under way at the end of the day is let come to its end",
  withContext(async (ctx) => {
    const { support, owner } = await exportScene(ctx);
    await support("Ada", ours);
    const id = await ask(ctx, owner);
    await write(ctx, id);
    ctx.clock.advance(24 * HOUR_MS - 60_000);
    const { body } = await open(ctx, { ...owner, provenAt: ctx.now() }, id);
    ctx.clock.advance(2 * 60_000);
    await forgetExports(ctx);
    expect(namesIn(await new Response(body).text())).toEqual(["Ada"]);
  }),
);

test(
  "a request, each download and every end are in the audit log",
  withContext(async (ctx) => {
    const { support, owner, campaign } = await exportScene(ctx);
    await support("Ada", ours);
    const [first, second, third] = [
      await ask(ctx, owner, { campaign: campaign.id, reason: "other", note: "for the congress", until: "2026-11-30" }),
      await ask(ctx, owner),
      await ask(ctx, owner),
    ];
    for (const id of [first, second]) await write(ctx, id);
    await download(ctx, owner, first);
    await cancelExport(ctx, owner, third);
    await cancelExport(ctx, owner, third);
    ctx.clock.advance(24 * HOUR_MS);
    await forgetExports(ctx);
    const partnerId = owner.organization.kind === "partner" ? owner.organization.id : "";
    const rows = (await ctx.db.select().from(auditLog).orderBy(auditLog.position)).filter(({ action }) =>
      action.startsWith("export."),
    );
    expect(rows.map(({ action, actor, facts }) => [action, actor, Object(facts).export])).toEqual([
      ["export.request", owner.userId, first],
      ["export.request", owner.userId, second],
      ["export.request", owner.userId, third],
      ["export.download", owner.userId, first],
      ["export.downloaded", owner.userId, first],
      ["export.cancelled", owner.userId, third],
      ["export.expired", "automatic", second],
    ]);
    expect(rows.every((row) => row.partnerId === partnerId)).toBe(true);
    expect(rows[0]).toMatchObject({
      campaignId: campaign.id,
      facts: { columns: [...exportColumns], until: "2026-11-30", reason: "other", note: "for the congress" },
    });
    expect(rows[4]?.facts).toMatchObject({ rows: 1, leftOut: 0 });
  }),
);

test(
  "only owners with an agreement and a fresh proof export, and nobody reaches another organization's file",
  withContext(async (ctx) => {
    const { support, owner, stranger } = await exportScene(ctx);
    await support("Ada", ours);
    const id = await ask(ctx, owner);
    await write(ctx, id);
    const late = { ...owner, provenAt: new Date(ctx.now().getTime() - PROOF_MINUTES * 60_000 - 1) };
    const editor = await member(ctx, "editor@example.org", ["editor"], somePartner);
    const host = await member(ctx, "host@example.org", ["owner"]);
    for (const [actor, code] of [
      [stranger, "notFound"],
      [host, "notFound"],
      [editor, "notAllowed"],
      [late, "proofNeeded"],
    ] as const) {
      await expect(download(ctx, actor, id)).rejects.toMatchObject({ code });
      if (code === "notFound") await expect(cancelExport(ctx, actor, id)).rejects.toMatchObject({ code });
      else await expect(ask(ctx, actor)).rejects.toMatchObject({ code });
    }
    await expect(listExports(ctx, editor)).rejects.toMatchObject({ code: "notAllowed" });
    expect(await listExports(ctx, stranger)).toEqual([]);
    await ctx.db.update(agreementAcceptances).set({ withdrawnAt: ctx.now() });
    await expect(download(ctx, owner, id)).rejects.toMatchObject({ code: "agreementMissing" });
    await expect(ask(ctx, owner)).rejects.toMatchObject({ code: "agreementMissing" });
    expect(await exportOf(ctx, id)).toMatchObject({ state: "ready", downloads: 0 });
  }),
);

test(
  "one form asks once, and three files wait at most",
  withContext(async (ctx) => {
    const { owner } = await exportScene(ctx);
    const key = ctx.newId();
    await ask(ctx, owner, { key });
    await ask(ctx, owner, { key });
    expect(await listExports(ctx, owner)).toHaveLength(1);
    await ask(ctx, owner);
    await ask(ctx, owner);
    const wish = { campaign: null, from: null, until: null, columns: ["name" as const], reason: "records" as const };
    const more = { ...wish, key: ctx.newId(), mark: undefined, note: "" };
    expect(await requestExport(ctx, owner, more)).toBe("tooMany");
    await cancelExport(ctx, owner, key);
    expect(await requestExport(ctx, owner, more)).toBe("requested");
  }),
);

test(
  "an organization that is paused asks for no more files",
  withContext(async (ctx) => {
    const { owner } = await exportScene(ctx);
    await ctx.db.update(partners).set({ status: "paused" }).where(eq(partners.slug, somePartner));
    await expect(ask(ctx, owner)).rejects.toThrow("paused");
    expect(await listExports(ctx, owner)).toEqual([]);
  }),
);

test(
  "a file that is cancelled while it is written comes to nothing",
  withContext(async (ctx) => {
    const { support, owner } = await exportScene(ctx);
    for (const name of ["Ada", "Berta"]) await support(name, ours);
    const id = await ask(ctx, owner);
    await writeExport(ctx, id, 1);
    await cancelExport(ctx, owner, id);
    expect(await writeExport(ctx, id, 1)).toBe("over");
    expect(await ctx.db.select().from(exportChunks)).toEqual([]);
    expect(await exportOf(ctx, id)).toMatchObject({ state: "over", endedAs: "cancelled" });
  }),
);

test(
  "names that a spreadsheet would run are harmless in a file, and the byte order mark is there where it was asked for",
  withContext(async (ctx) => {
    const { support, owner } = await exportScene(ctx);
    const { campaignId, id } = await support("Ada", ours);
    const evil = '=HYPERLINK("https://evil.example";"x")';
    await ctx.db
      .update(signatures)
      .set({ nameSealed: ctx.vault.seal("signature.name", evil) })
      .where(and(eq(signatures.campaignId, campaignId), eq(signatures.id, id)));
    const plain = await exportAll(ctx, owner, { columns: ["name"] });
    expect(plain).toContain(',"\'=HYPERLINK(""https://evil.example"";""x"")"\r\n');
    const exported = await ask(ctx, owner, { columns: ["name"], mark: "on" });
    await write(ctx, exported);
    const bytes = new Uint8Array(await new Response((await open(ctx, owner, exported)).body).arrayBuffer());
    expect([...bytes.slice(0, 5)]).toEqual([0xef, 0xbb, 0xbf, 0x69, 0x64]);
    expect(plain.startsWith("id,name\r\n")).toBe(true);
  }),
);
