import { expect, test } from "vitest";
import { carryOutStrike } from "~/domain/moderation/carry-out-strike.server";
import { auditLog } from "~db/schema/audit";
import { strikes } from "~db/schema/moderation";
import { signatures } from "~db/schema/signatures";
import { signAs } from "../domain/abuse/crowd";
import { listSignatures, openPetition } from "../domain/signatures/signing";
import { startProcess } from "../support/child-process";
import { type TestContext, withPostgres } from "../support/database";

const key = Buffer.alloc(32, 1).toString("base64");
const campaign = ["--campaign", "privacy-for-all"];
const signed = ["--by", "Ada", "--reason", "Bought signatures"];

async function run(databaseUrl: string, command: "strike" | "held", ...args: string[]) {
  const running = startProcess(`app/commands/${command}.command.ts`, args, {
    DATABASE_URL: databaseUrl,
    PUBLIC_ORIGIN: "https://privacy.example",
    SESSION_SECRET: key,
    PII_KEYS: `lookup:${key},k1:${key}`,
    EMAIL_FROM: "Privacy for All <hello@privacy.example>",
    RESEND_API_KEY: "re_test",
  });
  const hasSucceeded = await running.end().then(
    () => true,
    () => false,
  );
  return { hasSucceeded, said: running.output() };
}

async function newestStrike(ctx: TestContext) {
  const [strike] = await ctx.db.select().from(strikes);
  if (!strike) throw new Error("No strike was ordered.");
  return strike;
}

test(
  "staff preview, order, follow, undo and cancel a strike under their name",
  withPostgres(async ({ url }, ctx) => {
    const petition = await openPetition(ctx);
    for (const networkHash of ["n1", "n1", "n2"]) await signAs(petition, { networkHash });

    const preview = await run(url, "strike", "preview", ...campaign, "--network", "n1", "--to", "2026-11-24");
    expect(preview).toMatchObject({
      hasSucceeded: true,
      said: expect.stringContaining("To be struck: 2 (confirmed 0, pending 2)"),
    });
    expect(await ctx.db.select().from(strikes)).toEqual([]);

    const unsigned = await run(url, "strike", "order", ...campaign, "--network", "n1", "--by", "Ada");
    expect(unsigned).toMatchObject({ hasSucceeded: false, said: expect.stringContaining("--reason") });
    const order = await run(url, "strike", "order", ...campaign, "--network", "n1", ...signed);
    expect(order).toMatchObject({ hasSucceeded: true, said: expect.stringContaining("Ordered.") });
    const { id } = await newestStrike(ctx);
    await carryOutStrike(ctx, id);

    const status = await run(url, "strike", "status", ...campaign);
    expect(status.said).toMatch(new RegExp(`${id} +done +2 +2 .*Ada.*"networkHash":"n1".*Bought signatures`));
    const late = await run(url, "strike", "cancel", id, "--by", "Grace");
    expect(late).toMatchObject({ hasSucceeded: false, said: expect.stringContaining("Only a strike that waits") });
    expect((await run(url, "strike", "undo", id, "--by", "Grace")).said).toMatch(/undoing/);
    await carryOutStrike(ctx, id);
    expect((await listSignatures(ctx)).map(({ state }) => state)).toEqual(["pending", "pending", "pending"]);
    expect((await ctx.db.select().from(auditLog)).map(({ actor, action }) => `${actor} ${action}`).sort()).toEqual([
      "Ada strike.order",
      "Grace strike.undo",
      "automatic strike.done",
      "automatic strike.undone",
    ]);
  }),
);

test(
  "staff see what is held and release it, and never a name or an address",
  withPostgres(async ({ url }, ctx) => {
    const petition = await openPetition(ctx);
    await signAs(petition, { networkHash: "n1", signals: ["honeypot"] });
    await signAs(petition, { networkHash: "n1" });
    expect((await run(url, "held", "list", ...campaign)).said).toContain("No signature is held.");
    await ctx.db.update(signatures).set({ heldAt: ctx.now() });

    const { said } = await run(url, "held", "list", ...campaign);
    for (const line of [/n1 +0 +2/, /honeypot +0 +1/, /2026-11-23T12:00Z +0 +2/]) expect(said).toMatch(line);
    expect(said).not.toMatch(/person|example\.org/i);

    const release = await run(url, "held", "release", ...campaign, "--signal", "honeypot", ...signed);
    expect(release).toMatchObject({ hasSucceeded: true, said: expect.stringContaining("Released: 1.") });
    expect((await listSignatures(ctx)).filter(({ heldAt }) => heldAt !== null)).toHaveLength(1);
  }),
);

test.each([
  ["strike", ["order", ...campaign, ...signed], "Name at least one criterion"],
  ["strike", ["preview", ...campaign, "--country", "Kenya"], "country"],
  ["strike", ["preview", ...campaign, "--from", "yesterday"], "--from needs a moment"],
  ["strike", ["preview", ...campaign, "--signal", "odd"], "signal"],
  ["strike", ["preview", "--held"], "--campaign"],
  ["strike", ["preview", "--campaign", "none", "--held"], "no campaign “none”"],
  ["strike", ["undo", "--by", "Ada"], "Which strike?"],
  ["strike", ["status", "--naem", "x"], "Usage"],
  ["held", ["release", ...campaign, "--held", "--reason", "x"], "--by"],
  ["held", ["list", ...campaign, "--group", "name"], "--group is one of"],
  ["held", [], "Say list or release"],
] as const)("%s %j is refused in words that help", (command, args, words) =>
  withPostgres(async ({ url }, ctx) => {
    expect(await run(url, command, ...args)).toMatchObject({
      hasSucceeded: false,
      said: expect.stringContaining(words),
    });
    expect(await ctx.db.select().from(auditLog)).toEqual([]);
  })(),
);
