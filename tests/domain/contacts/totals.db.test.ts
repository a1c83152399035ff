import { expect, test } from "vitest";
import { getFlagship } from "~/domain/campaigns/get-campaign.server";
import { createContactsSource } from "~/domain/contacts/contacts-source.server";
import { forgetContacts } from "~/domain/contacts/forget-contacts.server";
import { recordContact } from "~/domain/contacts/record-contact.server";
import { rollUpContacts } from "~/domain/contacts/roll-up-contacts.server";
import { contacts, contactTotals } from "~db/schema/contacts";
import { type TestContext, withContext } from "../../support/database";

const DAY_MS = 86_400_000;
const place = { congress: 119, state: "CA", district: 11 };

async function tell(ctx: TestContext, outcome: string, times: number, channel: "phone" | "form" | "letter" = "phone") {
  const { id } = await getFlagship(ctx, "en");
  for (let time = 0; time < times; time++) {
    await recordContact(ctx, id, place, { channel, office: "P000197", outcome, requestKey: ctx.newId() }, "en");
  }
}

test(
  "contacts are counted once, when nobody can correct them any more",
  withContext(async (ctx) => {
    await tell(ctx, "voicemail", 3);
    expect(await rollUpContacts(ctx)).toBe(0);
    ctx.clock.advance(10 * 60_000);
    await tell(ctx, "voicemail", 1);
    expect(await rollUpContacts(ctx, 2)).toBe(3);
    expect(await rollUpContacts(ctx)).toBe(0);
    ctx.clock.advance(10 * 60_000);
    expect(await rollUpContacts(ctx)).toBe(1);
    expect(await ctx.db.select().from(contactTotals)).toMatchObject([
      { office: "P000197", channel: "phone", outcome: "voicemail", day: "2026-11-23", count: 4 },
    ]);
  }),
);

test(
  "after ninety days contacts are forgotten and the totals stay; what is not counted yet waits",
  withContext(async (ctx) => {
    await tell(ctx, "voicemail", 2);
    ctx.clock.advance(90 * DAY_MS + 1);
    expect(await forgetContacts(ctx)).toBe(0);
    await rollUpContacts(ctx);
    expect(await forgetContacts(ctx)).toBe(2);
    expect(await ctx.db.select().from(contacts)).toEqual([]);
    expect(await ctx.db.select().from(contactTotals)).toMatchObject([{ count: 2 }]);
  }),
);

test(
  "the public is told of calls that reached an office in the last seven days, from ten on",
  withContext(async (ctx) => {
    const source = createContactsSource(ctx);
    const told = async () => {
      ctx.clock.advance(10 * 60_000);
      await rollUpContacts(ctx);
      return (await source.load()).get("privacy-for-all");
    };
    expect(await told()).toBeUndefined();
    await tell(ctx, "voicemail", 9);
    await tell(ctx, "no_answer", 20);
    expect(await told()).toMatchObject({ week: { calls: null, messages: null } });
    await tell(ctx, "spoke_supportive", 1);
    await tell(ctx, "posted", 12, "letter");
    await tell(ctx, "printed", 30, "letter");
    const ten = await told();
    expect(ten?.week).toEqual({ calls: 10, messages: 12 });
    expect(ten?.offices.get("P000197")).toEqual({
      calls: { count: 10, outcomes: [] },
      messages: { count: 12, outcomes: [{ outcome: "posted", count: 12 }] },
    });
    ctx.clock.advance(7 * DAY_MS);
    expect(await told()).toMatchObject({ week: { calls: null, messages: null } });
  }),
);
