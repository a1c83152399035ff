import { expect, test } from "vitest";
import { antiBotFields } from "~/domain/abuse/anti-bot-fields";
import { createNetworks } from "~/domain/abuse/network-hash.server";
import { stampForm } from "~/domain/abuse/read-anti-bot-fields.server";
import { createSigningDesk } from "~/domain/signatures/take-sign-form.server";
import { setSwitch } from "~/domain/switches/set-switch.server";
import { createSwitchesSource } from "~/domain/switches/switches-source.server";
import { type TestContext, withContext } from "../../support/database";
import { dump, listConfirmations, listSignatures, openPetition } from "../signatures/signing";

const address = "198.51.100.77";

async function openDesk(ctx: TestContext) {
  const { campaign } = await openPetition(ctx);
  const switches = createSwitchesSource(ctx);
  await switches.load();
  const take = createSigningDesk(ctx, switches);
  const stamp = stampForm({ now: ctx.now(), vault: ctx.vault, petitionId: campaign.petition.id, wordings: [] });
  ctx.clock.advance(20_000);
  const post = (fields: Record<string, string>) => {
    const all = {
      name: "Ada Lovelace",
      email: "ada@example.org",
      country: "KE",
      [antiBotFields.stamp]: stamp,
      ...fields,
    };
    const form = new URLSearchParams(all);
    return take({ form, campaignSlug: campaign.slug, locale: "en", gpc: false, address });
  };
  return { campaign, switches, post };
}

test(
  "a signer's address stands in no table; its network is there as a hash of the day",
  withContext(async (ctx) => {
    const { campaign, post } = await openDesk(ctx);
    expect(await post({})).toMatchObject({ result: "checkInbox" });
    const [signature] = await listSignatures(ctx);
    expect(signature).toMatchObject({
      networkHash: await createNetworks(ctx).hashOf(campaign.id, address),
      signals: [],
    });
    const text = await dump(ctx);
    expect(text).toContain(signature?.networkHash);
    expect(text).not.toContain(address);
    expect(text).not.toContain(Buffer.from(address).toString("base64").slice(0, 12));
  }),
);

test(
  "whatever a robot sends, it is answered like a person",
  withContext(async (ctx) => {
    const { post } = await openDesk(ctx);
    const answer = await post({});
    const robots: Record<string, string>[] = [
      { [antiBotFields.honeypot]: "https://pills.example" },
      { [antiBotFields.stamp]: "forged" },
      { [antiBotFields.proof]: "forged" },
    ];
    for (const [n, fields] of robots.entries()) {
      ctx.clock.advance(1_000);
      expect(await post({ email: `robot${n}@example.org`, ...fields })).toEqual(answer);
    }
    expect((await listSignatures(ctx)).map(({ signals }) => signals)).toEqual([[], ["honeypot"], ["no-stamp"], []]);
  }),
);

test(
  "under attack a form without a proof is confirmed by code only, until the attack is over",
  withContext(async (ctx) => {
    const { campaign, switches, post } = await openDesk(ctx);
    const turn = async (isOn: boolean) => {
      await setSwitch(ctx, { name: "under-attack", campaign }, { isOn, by: "Ada" });
      await switches.load();
    };
    await post({});
    await turn(true);
    ctx.clock.advance(1_000);
    await post({ email: "grace@example.org" });
    await turn(false);
    ctx.clock.advance(1_000);
    await post({ email: "joan@example.org" });
    expect((await listConfirmations(ctx)).map(({ byCodeOnly }) => byCodeOnly)).toEqual([false, true, false]);
  }),
);
