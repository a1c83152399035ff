import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { PROOF_MINUTES } from "~/domain/access/portal-actor";
import { verifyAudit } from "~/domain/audit/verify-audit.server";
import { revokeConsents } from "~/domain/consents/revoke-consents.server";
import { REVEALS_PER_DAY, revealSupporter } from "~/domain/supporters/reveal-supporter.server";
import { auditLog } from "~db/schema/audit";
import { hosts } from "~db/schema/hosts";
import { partners } from "~db/schema/partners";
import { type TestContext, withContext } from "../../support/database";
import { member, otherPartner, somePartner } from "../access/people";
import { dump } from "../signatures/signing";
import { acceptAgreement, petitionFor, subjectOf } from "./supporters";

/** Ada said yes to a partner, whose owner may look at her. */
async function scene(ctx: TestContext) {
  const { support } = await petitionFor(ctx);
  const ada = await support("Ada Lovelace", { partners: [somePartner] });
  await acceptAgreement(ctx, somePartner);
  await acceptAgreement(ctx, otherPartner);
  const [partner] = await ctx.db.select().from(partners).where(eq(partners.slug, somePartner));
  const partnerId = partner?.id ?? "";
  const actor = await member(ctx, "owner@example.org", ["owner"], somePartner);
  const wish = {
    campaign: ada.campaignId,
    supporter: await subjectOf(ctx, ada, partnerId),
    reason: "answer" as const,
    note: "",
  };
  return { support, ada, actor, wish, partnerId };
}

const revealsIn = async (ctx: TestContext) =>
  (await ctx.db.select().from(auditLog)).filter(({ action }) => action === "supporter.reveal");

test(
  "one person is shown with name and address, and who looked at whom and why is in the audit log without either",
  withContext(async (ctx) => {
    const { ada, actor, wish, partnerId } = await scene(ctx);
    const given = { ...wish, reason: "other" as const, note: "asked at our stall" };
    expect(await revealSupporter(ctx, actor, given)).toEqual({
      outcome: "revealed",
      supporter: { subjectId: wish.supporter, name: "Ada Lovelace", email: "ada32lovelace@mail.example" },
    });
    expect(await revealsIn(ctx)).toMatchObject([
      {
        actor: actor.userId,
        campaignId: ada.campaignId,
        partnerId,
        facts: { signature: ada.id, reason: "other", note: "asked at our stall" },
      },
    ]);
    expect((await verifyAudit(ctx)).broken).toBeNull();
    expect(await dump(ctx)).not.toMatch(/Lovelace|mail\.example/);
  }),
);

test(
  "nobody is shown to another organization, to the host, to who may not, or without a fresh proof or an agreement",
  withContext(async (ctx) => {
    const { actor, wish, ada } = await scene(ctx);
    const stranger = await member(ctx, "stranger@example.org", ["owner"], otherPartner);
    const analyst = await member(ctx, "analyst@example.org", ["analyst"], somePartner);
    const host = await member(ctx, "host@example.org", ["owner"]);
    const code = (code: string) => ({ code });
    await expect(revealSupporter(ctx, stranger, wish)).rejects.toMatchObject(code("notFound"));
    await expect(revealSupporter(ctx, host, wish)).rejects.toMatchObject(code("notFound"));
    await expect(revealSupporter(ctx, analyst, wish)).rejects.toMatchObject(code("notAllowed"));
    // The id by which we know the signature opens nothing.
    await expect(revealSupporter(ctx, actor, { ...wish, supporter: ada.id })).rejects.toMatchObject(code("notFound"));
    const late = { ...actor, provenAt: new Date(ctx.now().getTime() - (PROOF_MINUTES * 60_000 + 1)) };
    await expect(revealSupporter(ctx, late, wish)).rejects.toMatchObject(code("proofNeeded"));
    ctx.clock.advance(366 * 86_400_000);
    const fresh = { ...actor, provenAt: ctx.now() };
    await expect(revealSupporter(ctx, fresh, wish)).rejects.toMatchObject(code("agreementMissing"));
    expect(await revealsIn(ctx)).toEqual([]);
  }),
);

test(
  "who took their yes back is shown no more, and nothing is written down",
  withContext(async (ctx) => {
    const { actor, wish, ada } = await scene(ctx);
    ctx.clock.advance(1_000);
    await revokeConsents(ctx, ada, ["partner_sharing"], { source: "withdrawal", locale: "en", gpc: false });
    expect(await revealSupporter(ctx, actor, wish)).toEqual({ outcome: "gone" });
    expect(await revealsIn(ctx)).toEqual([]);
  }),
);

test(
  "a member looks at a hundred people within a day, and then tomorrow again",
  withContext(async (ctx) => {
    const { actor, wish } = await scene(ctx);
    for (let look = 0; look < REVEALS_PER_DAY; look++) await revealSupporter(ctx, actor, wish);
    expect(await revealSupporter(ctx, actor, wish)).toEqual({ outcome: "tooMany" });
    const colleague = await member(ctx, "colleague@example.org", ["editor"], somePartner);
    expect(await revealSupporter(ctx, colleague, wish)).toMatchObject({ outcome: "revealed" });
    ctx.clock.advance(86_400_001);
    expect(await revealSupporter(ctx, { ...actor, provenAt: ctx.now() }, wish)).toMatchObject({ outcome: "revealed" });
  }),
);

test(
  "the host looks at those who said yes to its newsletter",
  withContext(async (ctx) => {
    const { support } = await petitionFor(ctx);
    const chen = await support("Chen", { updates: true });
    const [host] = await ctx.db.select().from(hosts);
    const actor = await member(ctx, "host@example.org", ["owner"]);
    const supporter = await subjectOf(ctx, chen, host?.id ?? "");
    const wish = { campaign: chen.campaignId, supporter, reason: "check" as const, note: "" };
    expect(await revealSupporter(ctx, actor, wish)).toMatchObject({ supporter: { name: "Chen" } });
  }),
);
