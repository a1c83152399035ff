import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { DomainError } from "~/domain/errors";
import { listHeldNetworks, listSuspects } from "~/domain/moderation/list-suspects.server";
import { listModeratedCampaigns } from "~/domain/moderation/moderated-campaigns.server";
import { orderForm, previewForm } from "~/domain/moderation/moderation-forms";
import { releaseHeld } from "~/domain/moderation/release-held.server";
import { revealSuspect } from "~/domain/moderation/reveal-suspect.server";
import { criteriaOf, type SignatureCriteria } from "~/domain/moderation/signature-criteria.server";
import { listCampaignStrikes } from "~/domain/moderation/strike-desk.server";
import { cancelStrike, orderStrike, undoStrike } from "~/domain/moderation/strikes.server";
import { surveyStrike } from "~/domain/moderation/survey-strike.server";
import { auditLog } from "~db/schema/audit";
import { signatures } from "~db/schema/signatures";
import { type TestContext, withContext } from "../../support/database";
import { signAs } from "../abuse/crowd";
import { member, somePartner } from "../access/people";
import { listJobs, listSignatures, openPetition } from "../signatures/signing";

/** Three held ones of two networks, a suspicious one that counts, and an honest one. */
async function desk(ctx: TestContext) {
  const petition = await openPetition(ctx);
  const where = { campaignId: petition.campaign.id, petitionId: petition.petition.id };
  await signAs(petition, { networkHash: "n1" });
  await signAs(petition, { networkHash: "n1", signals: ["too-fast"] });
  ctx.clock.advance(86_400_000);
  await signAs(petition, { networkHash: "n2", signals: ["honeypot"] });
  await ctx.db.update(signatures).set({ heldAt: ctx.now() });
  await signAs(petition, { networkHash: "n3", signals: ["too-fast"] });
  await signAs(petition, { networkHash: "n3" });
  const ids = (await listSignatures(ctx)).map(({ id }) => id);
  return {
    ...{ where, petition },
    id: (position: number) => ids[position] ?? "",
    owner: await member(ctx, "owner@example.org", ["owner"]),
    editor: await member(ctx, "editor@example.org", ["editor"]),
    analyst: await member(ctx, "analyst@example.org", ["analyst"]),
    stranger: await member(ctx, "stranger@example.org", ["owner"], somePartner),
  };
}

const all = { criteria: {}, after: undefined };

test(
  "who looks after signatures sees why each is held and nothing of its signer but first letters",
  withContext(async (ctx) => {
    const { where, editor, analyst, stranger, id } = await desk(ctx);
    const { suspects, total } = await listSuspects(ctx, editor, where, { ...all, list: "held" });
    expect(total).toBe(3);
    expect(suspects.map(({ signals, network }) => [signals, network])).toEqual([
      [[], { hash: "n1", held: 2 }],
      [["too-fast"], { hash: "n1", held: 2 }],
      [["honeypot"], { hash: "n2", held: 1 }],
    ]);
    expect(suspects[0]).toMatchObject({ name: "P•••", email: "p•••@•••" });
    expect(JSON.stringify(suspects)).not.toMatch(/example\.org|Person/);

    expect(await listHeldNetworks(ctx, analyst, where)).toMatchObject([
      { key: "n1", pending: 2 },
      { key: "n2", pending: 1 },
    ]);
    await expect(listHeldNetworks(ctx, stranger, where)).rejects.toThrow(new DomainError("notAllowed"));

    const suspicious = await listSuspects(ctx, editor, where, { ...all, list: "suspicious" });
    expect(suspicious.suspects.map((one) => one.id)).toEqual([id(3)]);
    const [unnamed] = (await listSuspects(ctx, analyst, where, { ...all, list: "held" })).suspects;
    expect(unnamed).toMatchObject({ name: null, email: null });
    await expect(listSuspects(ctx, stranger, where, { ...all, list: "held" })).rejects.toThrow(
      new DomainError("notAllowed"),
    );
    expect((await listModeratedCampaigns(ctx, analyst, "en"))[0]).toMatchObject({
      campaignId: where.campaignId,
      pending: 3,
      confirmed: 0,
    });
  }),
);

test(
  "the list is narrowed, and goes on where a page ends",
  withContext(async (ctx) => {
    const { where, editor, petition } = await desk(ctx);
    const found = async (criteria: SignatureCriteria) =>
      (await listSuspects(ctx, editor, where, { list: "held", criteria, after: undefined })).total;
    expect(await found({ networkHash: "n1" })).toBe(2);
    expect(await found({ signal: "too-fast" })).toBe(1);
    expect(await found({ country: "FR" })).toBe(0);

    for (let more = 0; more < 48; more++) await signAs(petition, {});
    await ctx.db.update(signatures).set({ heldAt: ctx.now() });
    const first = await listSuspects(ctx, editor, where, { ...all, list: "held" });
    const second = await listSuspects(ctx, editor, where, { ...all, list: "held", after: first.next ?? "" });
    expect([first.suspects.length, second.suspects.length, second.next]).toEqual([50, 3, null]);
    expect(new Set([...first.suspects, ...second.suspects].map(({ id }) => id)).size).toBe(53);
  }),
);

test(
  "who is behind a suspicious signature is shown to owners who proved who they are, for a reason, and that is written down",
  withContext(async (ctx) => {
    const { where, owner, editor, id } = await desk(ctx);
    const ask = (supporter: string) => ({ campaign: where.campaignId, supporter, reason: "check" as const, note: "" });
    await expect(revealSuspect(ctx, editor, ask(id(0)))).rejects.toThrow(new DomainError("notAllowed"));
    await expect(revealSuspect(ctx, { ...owner, provenAt: new Date(0) }, ask(id(0)))).rejects.toThrow(
      new DomainError("proofNeeded"),
    );
    expect(await revealSuspect(ctx, owner, ask(id(0)))).toMatchObject({
      outcome: "revealed",
      supporter: { name: expect.stringMatching(/^Person/), email: expect.stringContaining("@example.org") },
    });
    // Nobody suspects this one.
    await expect(revealSuspect(ctx, owner, ask(id(4)))).rejects.toThrow(new DomainError("notFound"));
    const log = await ctx.db.select().from(auditLog).where(eq(auditLog.action, "suspect.reveal"));
    expect(log).toMatchObject([{ actor: owner.userId, facts: { signature: id(0), reason: "check" } }]);
    expect(JSON.stringify(log)).not.toMatch(/Person|example\.org/);
  }),
);

test(
  "one signature is let go by whoever may, and nobody else's order counts",
  withContext(async (ctx) => {
    const { where, editor, analyst, stranger, id } = await desk(ctx);
    const order = { criteria: { signatureId: id(0) }, reason: "She wrote to us" };
    for (const by of [analyst, stranger]) {
      await expect(releaseHeld(ctx, where, { ...order, by })).rejects.toThrow(new DomainError("notAllowed"));
    }
    expect(await releaseHeld(ctx, where, { ...order, by: editor })).toBe(1);
    expect(await releaseHeld(ctx, where, { ...order, by: editor }), "There is nothing left to do.").toBe(0);
    expect((await listSignatures(ctx)).map(({ heldAt }) => heldAt !== null)).toEqual([false, true, true, false, false]);
    const log = await ctx.db.select().from(auditLog).where(eq(auditLog.action, "held.release"));
    expect(log).toMatchObject([{ actor: editor.userId, facts: { matched: 1, signatureId: id(0) } }]);
  }),
);

test(
  "the dry run tells of what days, networks and countries a strike would be, and changes nothing",
  withContext(async (ctx) => {
    const { where, editor, analyst } = await desk(ctx);
    const before = await listSignatures(ctx);
    expect(await surveyStrike(ctx, editor, where, { heldOnly: true })).toMatchObject({
      ...{ confirmed: 0, pending: 3, withdrawn: 0, struck: 0, networkCount: 2 },
      days: [
        { key: "2026-11-23", count: 2 },
        { key: "2026-11-24", count: 1 },
      ],
      networks: [
        { key: "n1", count: 2 },
        { key: "n2", count: 1 },
      ],
      countries: [{ key: "KE", count: 3 }],
    });
    expect(await listSignatures(ctx)).toEqual(before);
    await expect(surveyStrike(ctx, analyst, where, { heldOnly: true })).rejects.toThrow(new DomainError("notAllowed"));
  }),
);

test(
  "a strike is ordered once, however often its button is pressed, by whoever proved who they are",
  withContext(async (ctx) => {
    const { where, editor, analyst } = await desk(ctx);
    const stale = { ...editor, provenAt: new Date(0) };
    const order = { criteria: { networkHash: "n1" }, reason: "Bought", id: ctx.newId() };
    await expect(orderStrike(ctx, where, { ...order, by: analyst })).rejects.toThrow(new DomainError("notAllowed"));
    await expect(orderStrike(ctx, where, { ...order, by: stale })).rejects.toThrow(new DomainError("proofNeeded"));
    const strike = await orderStrike(ctx, where, { ...order, by: editor });
    expect(await orderStrike(ctx, where, { ...order, by: editor })).toEqual(strike);
    expect(await listJobs(ctx, "strike-signatures")).toHaveLength(1);
    expect(await listCampaignStrikes(ctx, analyst, where)).toMatchObject([
      { id: strike.id, by: "editor", matched: 2, criteria: { networkHash: "n1" }, reason: "Bought" },
    ]);
    await expect(cancelStrike(ctx, strike.id, analyst)).rejects.toThrow(new DomainError("notAllowed"));
    // Stopping it is no grave step, giving signatures back is.
    await cancelStrike(ctx, strike.id, stale);
    await expect(undoStrike(ctx, strike.id, stale)).rejects.toThrow(new DomainError("proofNeeded"));
    expect((await undoStrike(ctx, strike.id, editor)).state).toBe("undoing");
  }),
);

test(
  "what was typed strikes nothing that came after the dry run, and never a whole petition",
  withContext(async (ctx) => {
    const empty = { country: "", network: "", signal: "", from: "", to: "", domain: "", signature: "" };
    expect(previewForm.safeParse(empty).error?.issues).toMatchObject([
      { path: ["criteria"], message: "criteriaMissing" },
    ]);
    expect(previewForm.safeParse({ ...empty, from: "yesterday" }).error?.issues[0]?.message).toBe("momentFaulty");
    expect(orderForm.safeParse({ country: "KE", reason: "ada@example.org", key: ctx.newId() }).success).toBe(false);

    const typed = previewForm.parse({ ...empty, from: "2026-11-23T14:00", domain: "Bought.Example" });
    const criteria = criteriaOf(ctx, typed);
    expect(criteria).toMatchObject({ from: "2026-11-23T14:00:00.000Z", to: ctx.now().toISOString() });
    expect(JSON.stringify(criteria)).not.toMatch(/bought/i);
    // As the dry run's own form sends it.
    const again = { from: criteria.from, to: criteria.to, domainHash: criteria.domainHash };
    ctx.clock.advance(60_000);
    expect(criteriaOf(ctx, previewForm.parse(again))).toEqual(criteria);
  }),
);
