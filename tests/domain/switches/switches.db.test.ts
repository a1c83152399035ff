import { expect, test } from "vitest";
import { getFlagship } from "~/domain/campaigns/get-campaign.server";
import { findSwitch, SwitchError } from "~/domain/switches/find-switch.server";
import { listSwitches } from "~/domain/switches/list-switches.server";
import { setSwitch } from "~/domain/switches/set-switch.server";
import { switchEffects } from "~/domain/switches/switch-effects";
import { createSwitchesSource, readSwitches } from "~/domain/switches/switches-source.server";
import { auditLog } from "~db/schema/audit";
import { switchNames } from "~db/schema/switches";
import { type TestContext, withContext } from "../../support/database";

const flagship = { name: "signatures-paused", campaignSlug: "privacy-for-all" };
const listAudit = (ctx: TestContext) => ctx.db.select().from(auditLog).orderBy(auditLog.at, auditLog.id);

async function turn(ctx: TestContext, isOn: boolean, asked: { name: string; campaignSlug?: string }, by = "Ada") {
  return setSwitch(ctx, await findSwitch(ctx, asked), { isOn, by });
}

test(
  "a switch is on from when it is turned on until it is turned off",
  withContext(async (ctx) => {
    const source = createSwitchesSource(ctx);
    expect(source.current()).toBeNull();
    expect(await turn(ctx, true, { name: "read-only" })).toBe("changed");
    expect((await source.load()).isOn("read-only")).toBe(true);
    expect(source.current()?.isOn("mail-paused")).toBe(false);
    expect(await turn(ctx, false, { name: "read-only" })).toBe("changed");
    expect((await source.load()).isOn("read-only")).toBe(false);
  }),
);

test(
  "a campaign's switch is for that campaign only",
  withContext(async (ctx) => {
    const { id } = await getFlagship(ctx, "en");
    await turn(ctx, true, flagship);
    const board = await readSwitches(ctx);
    expect(board.isOn("signatures-paused", id)).toBe(true);
    expect(board.isOn("under-attack", id)).toBe(false);
    expect(board.isOn("signatures-paused", ctx.newId())).toBe(false);
    expect(board.isOn("signatures-paused")).toBe(false);
  }),
);

test(
  "each change is written down with who made it, and what changes nothing is not",
  withContext(async (ctx) => {
    const { id } = await getFlagship(ctx, "en");
    await turn(ctx, true, flagship, "Ada");
    ctx.clock.advance(1_000);
    expect(await turn(ctx, true, flagship, "Grace")).toBe("unchanged");
    expect(await turn(ctx, false, { name: "mail-paused" }, "Grace")).toBe("unchanged");
    await turn(ctx, false, flagship, "Grace");
    await turn(ctx, true, { name: "mail-paused" }, "Grace");
    expect(await listAudit(ctx)).toMatchObject([
      { actor: "Ada", action: "switch.on", campaignId: id, facts: { name: "signatures-paused" } },
      { actor: "Grace", action: "switch.off", campaignId: id, facts: { name: "signatures-paused" } },
      { actor: "Grace", action: "switch.on", campaignId: null, facts: { name: "mail-paused" } },
    ]);
  }),
);

test(
  "the list shows every switch, and since when and by whom one is on",
  withContext(async (ctx) => {
    const since = ctx.now();
    await turn(ctx, true, flagship, "Ada");
    ctx.clock.advance(60_000);
    await turn(ctx, true, flagship, "Grace");
    await turn(ctx, true, { name: "read-only" }, "Grace");
    const list = await listSwitches(ctx);
    expect(list.map(({ name }) => name)).toEqual([...switchNames]);
    expect(list.filter(({ on }) => on.length > 0)).toEqual([
      { name: "read-only", ...switchEffects["read-only"], on: [{ campaignSlug: null, since: ctx.now(), by: "Grace" }] },
      {
        name: "signatures-paused",
        ...switchEffects["signatures-paused"],
        on: [{ campaignSlug: "privacy-for-all", since, by: "Ada" }],
      },
    ]);
  }),
);

test.each([
  [{ name: "readonly" }, /no switch “readonly”.*read-only/],
  [{ name: "signatures-paused" }, /--campaign SLUG.*privacy-for-all/],
  [{ name: "signatures-paused", campaignSlug: "nope" }, /no campaign “nope”.*privacy-for-all/],
  [{ name: "read-only", campaignSlug: "privacy-for-all" }, /leave out --campaign/],
] as const)("%j is refused in words that help", (asked, words) =>
  withContext(async (ctx) => {
    const refused = findSwitch(ctx, asked);
    await expect(refused).rejects.toBeInstanceOf(SwitchError);
    await expect(refused).rejects.toThrow(words);
  })(),
);
