import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { PortalActor } from "~/domain/access/portal-actor";
import { addNote, listNotes, noteForm, noteMailing, removeNote } from "~/domain/numbers/notes.server";
import { auditLog } from "~db/schema/audit";
import { numberNotes } from "~db/schema/numbers";
import { type TestContext, withContext } from "../../support/database";
import { member, otherPartner, somePartner } from "../access/people";
import { campaignOf, campaignOfPartner } from "./counted";

const all = { from: "2026-01-01", to: "2026-12-31" };

async function people(ctx: TestContext) {
  const partner = await member(ctx, "amina@example.org", ["analyst"], somePartner);
  const host = await member(ctx, "grace@example.org", ["editor"]);
  const stranger = await member(ctx, "stranger@example.org", ["owner"], otherPartner);
  const partnerId = partner.organization.kind === "partner" ? partner.organization.id : "";
  return { partner, host, stranger, partnerId, campaign: await campaignOfPartner(ctx, partnerId) };
}

test(
  "a note says when, what and who; whose of another organization it is stays there",
  withContext(async (ctx) => {
    const { partner, host, campaign } = await people(ctx);
    await addNote(ctx, partner, campaign.slug, { at: new Date("2026-11-22T10:00:00Z"), text: "Radio in Nairobi" });
    await addNote(ctx, host, campaign.slug, { at: new Date("2026-11-21T10:00:00Z"), text: "The law was read" });
    const shown = async (actor: PortalActor) =>
      (await listNotes(ctx, actor, campaign.id, all)).map(({ text, by, partner: of, mayRemove }) => [
        ...[text, by, of, mayRemove],
      ]);
    expect(await shown(partner)).toEqual([
      ["The law was read", null, null, false],
      ["Radio in Nairobi", "amina", null, true],
    ]);
    expect(await shown(host)).toEqual([
      ["The law was read", "grace", null, true],
      ["Radio in Nairobi", null, "Mto Data Rights (sample)", true],
    ]);
    expect(await listNotes(ctx, host, campaign.id, { from: "2026-11-22", to: "2026-11-22" })).toHaveLength(1);
    expect(await listNotes(ctx, host, (await campaignOf(ctx, "privacy-for-all")).id, all)).toEqual([]);
  }),
);

test(
  "a partner takes away its own notes, the host any, a stranger none, and each is in the audit log",
  withContext(async (ctx) => {
    const { partner, host, stranger, partnerId, campaign } = await people(ctx);
    const note = { at: ctx.now(), text: "What happened" };
    await addNote(ctx, partner, campaign.slug, note);
    await addNote(ctx, host, campaign.slug, note);
    const idOf = async (of: string | null) =>
      (await ctx.db.select().from(numberNotes)).find((row) => row.partnerId === of)?.id ?? "";
    const [ours, theirs] = [await idOf(partnerId), await idOf(null)];

    await expect(addNote(ctx, stranger, campaign.slug, note)).rejects.toThrow("notFound");
    await expect(removeNote(ctx, stranger, campaign.slug, ours)).rejects.toThrow("notFound");
    await expect(removeNote(ctx, partner, campaign.slug, theirs)).rejects.toThrow("notFound");
    await expect(removeNote(ctx, host, "privacy-for-all", ours), "of another campaign").rejects.toThrow("notFound");
    await removeNote(ctx, partner, campaign.slug, ours);
    await expect(removeNote(ctx, partner, campaign.slug, ours)).rejects.toThrow("notFound");
    await removeNote(ctx, host, campaign.slug, theirs);
    expect(await ctx.db.select().from(numberNotes)).toEqual([]);

    const logged = await ctx.db.select().from(auditLog).where(eq(auditLog.campaignId, campaign.id));
    expect(logged.map(({ action, actor, partnerId: of, facts }) => [action, actor, of, facts])).toEqual([
      ["note.add", partner.userId, partnerId, { note: ours }],
      ["note.add", host.userId, null, { note: theirs }],
      ["note.remove", partner.userId, partnerId, { note: ours }],
      ["note.remove", host.userId, null, { note: theirs }],
    ]);
    expect(JSON.stringify(logged)).not.toContain("What happened");
  }),
);

test(
  "who only translates notes nothing",
  withContext(async (ctx) => {
    const { campaign } = await people(ctx);
    const translator = await member(ctx, "translator@example.org", ["translator"], somePartner);
    await expect(addNote(ctx, translator, campaign.slug, { at: ctx.now(), text: "x" })).rejects.toThrow("notAllowed");
    await expect(removeNote(ctx, translator, campaign.slug, ctx.newId())).rejects.toThrow("notAllowed");
  }),
);

test(
  "a mailing is noted once, however often it is told, and nobody takes that away",
  withContext(async (ctx) => {
    const { host, campaign } = await people(ctx);
    const mailing = {
      id: ctx.newId(),
      campaignId: campaign.id,
      partnerId: null,
      text: "x".repeat(300),
      createdBy: null,
    };
    await noteMailing(ctx, mailing);
    await noteMailing(ctx, mailing);
    const notes = await listNotes(ctx, host, campaign.id, all);
    expect(notes).toMatchObject([
      { text: "x".repeat(200), isMailing: true, by: null, mayRemove: false, at: ctx.now() },
    ]);
    await expect(removeNote(ctx, host, campaign.slug, notes[0]?.id ?? "")).rejects.toThrow("notFound");
  }),
);

describe("What is typed", () => {
  test("is a moment in UTC and one line of text", () => {
    expect(noteForm.parse({ at: " 2026-11-23T09:05 ", text: "  Two\r\nlines\u200b of\ttext  " })).toEqual({
      at: new Date("2026-11-23T09:05:00Z"),
      text: "Two lines of text",
    });
  });

  test.each([
    [{ at: "", text: "x" }, "momentFaulty"],
    [{ at: "2026-11-23", text: "x" }, "momentFaulty"],
    [{ at: "2026-02-30T10:00", text: "x" }, "momentFaulty"],
    [{ at: "2026-11-23T24:00", text: "x" }, "momentFaulty"],
    [{ at: "2026-11-23T10:00", text: " \0\u200b " }, "required"],
    [{ at: "2026-11-23T10:00", text: "x".repeat(201) }, "tooLong"],
  ])("%j is refused beside its field", (given, code) => {
    expect(noteForm.safeParse(given).error?.issues[0]?.message).toBe(code);
  });
});
