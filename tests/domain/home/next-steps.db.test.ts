import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { readHomeFigures } from "~/domain/home/home-figures.server";
import { listNextSteps } from "~/domain/home/next-steps.server";
import { findSwitch } from "~/domain/switches/find-switch.server";
import { setSwitch } from "~/domain/switches/set-switch.server";
import { partners } from "~db/schema/partners";
import { signatures } from "~db/schema/signatures";
import { type TestContext, withContext } from "../../support/database";
import { signAs } from "../abuse/crowd";
import { member, somePartner } from "../access/people";
import { campaignOf, writeDays } from "../numbers/counted";
import { openPetition } from "../signatures/signing";
import { acceptAgreement } from "../supporters/supporters";

/** An organization that was just taken in. */
async function newcomer(ctx: TestContext) {
  const [some] = await ctx.db.select().from(partners).where(eq(partners.slug, somePartner));
  if (some === undefined) throw new Error("The seed has no such partner.");
  const slug = "newcomer";
  await ctx.db.insert(partners).values({ ...some, id: ctx.newId(), slug, name: "Newcomer" });
  return { slug, owner: await member(ctx, "new@example.org", ["owner"], slug) };
}

const keysOf = async (ctx: TestContext, actor: Awaited<ReturnType<typeof member>>) =>
  (await listNextSteps(ctx, actor)).steps.map(({ key, count }) => `${key} ${count}`);

test(
  "a new partner is led from the invitation to a campaign, and sees what is done of it",
  withContext(async (ctx) => {
    const { slug, owner } = await newcomer(ctx);
    const undone = async () =>
      (await listNextSteps(ctx, owner)).way?.flatMap(({ key, isDone }) => (isDone ? [] : [key]));
    expect(await undone(), "The host has published no agreement.").not.toContain("agreement");
    await acceptAgreement(ctx, somePartner);
    expect(await undone()).toEqual(["agreement", "passkey", "colleague", "campaign", "translation", "live"]);
    expect((await listNextSteps(ctx, owner)).steps, "Nothing is told twice.").toEqual([]);
    await acceptAgreement(ctx, slug);
    await member(ctx, "second@example.org", ["translator"], slug);
    expect(await undone()).toEqual(["passkey", "campaign", "translation", "live"]);
    const analyst = await member(ctx, "analyst@example.org", ["analyst"], slug);
    expect((await listNextSteps(ctx, analyst)).way, "It is for those who can go it.").toBeNull();
  }),
);

test(
  "the host sees what waits for it, and each role only what it can do something about",
  withContext(async (ctx) => {
    const owner = await member(ctx, "owner@example.org", ["owner"]);
    const translator = await member(ctx, "translator@example.org", ["translator"]);
    const petition = await openPetition(ctx);
    await signAs(petition, {});
    await ctx.db.update(signatures).set({ heldAt: ctx.now() });
    await setSwitch(ctx, await findSwitch(ctx, { name: "mail-paused" }), { isOn: true, by: "Ada" });
    const steps = await keysOf(ctx, owner);
    expect(steps).toEqual(expect.arrayContaining(["switchesOn 1", "held 1", "publishAgreement 1", "passkey 1"]));
    expect(await keysOf(ctx, translator)).not.toEqual(expect.arrayContaining(["held 1"]));
    expect((await listNextSteps(ctx, owner)).way).toBeNull();
  }),
);

test(
  "the numbers are of the organization's own campaigns, today and in the last seven days",
  withContext(async (ctx) => {
    const host = await member(ctx, "owner@example.org", ["owner"]);
    const partner = await member(ctx, "partner@example.org", ["owner"], somePartner);
    const flagship = await campaignOf(ctx, "privacy-for-all");
    await writeDays(ctx, flagship.id, [
      ["confirmed", "2026-11-23", "", 5],
      ["confirmed", "2026-11-22", "", 3],
      ["confirmed", "2026-11-17", "", 2],
      ["confirmed", "2026-11-16", "", 7],
    ]);
    expect(await readHomeFigures(ctx, host)).toMatchObject({ today: 5, yesterday: 3, week: 10, weekBefore: 7 });
    expect(await readHomeFigures(ctx, partner)).toMatchObject({ today: 0, week: 0 });
  }),
);
