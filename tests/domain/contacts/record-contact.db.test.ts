import { expect, test } from "vitest";
import { getFlagship } from "~/domain/campaigns/get-campaign.server";
import { contactForm, recordContact } from "~/domain/contacts/record-contact.server";
import { contacts } from "~db/schema/contacts";
import { withContext } from "../../support/database";

const office = { congress: 119, state: "CA", district: 11 };

test(
  "the same press twice is one contact, and another one is another",
  withContext(async (ctx) => {
    const { id } = await getFlagship(ctx, "en");
    const form = { channel: "phone" as const, office: "P000197", outcome: "voicemail", requestKey: ctx.newId() };
    await recordContact(ctx, id, office, form, "en");
    await recordContact(ctx, id, office, form, "en");
    expect(await ctx.db.select().from(contacts)).toMatchObject([
      { channel: "phone", office: "P000197", state: "reported", usState: "CA", usDistrict: 11, at: ctx.now() },
    ]);
    await recordContact(ctx, id, office, { ...form, channel: "form", outcome: "sent" }, "en");
    await recordContact(ctx, id, office, { ...form, requestKey: ctx.newId() }, "en");
    expect(await ctx.db.select().from(contacts)).toHaveLength(3);
  }),
);

test(
  "what was done for a senator lies in no district, and a form that was only opened is not reported as sent",
  withContext(async (ctx) => {
    const { id } = await getFlagship(ctx, "en");
    const senate = { congress: 119, state: "CA", district: null };
    const form = { channel: "form" as const, office: "P000145", outcome: "not_finished", requestKey: ctx.newId() };
    await recordContact(ctx, id, senate, form, "en");
    expect(await ctx.db.select().from(contacts)).toMatchObject([{ usState: "CA", usDistrict: null, state: "opened" }]);
  }),
);

test.each([
  { channel: "voted" },
  { channel: "cwc" },
  { outcome: "sent" },
  { outcome: "constructor" },
  { office: "p000197" },
  { office: "P000197 or 1=1" },
  { requestKey: "1" },
  { requestKey: undefined },
])("%j is not a contact", (fields) => {
  const form = {
    channel: "phone",
    office: "P000197",
    outcome: "voicemail",
    requestKey: "018f0000-0000-7000-8000-000000000001",
  };
  expect(contactForm.safeParse(form).success).toBe(true);
  expect(contactForm.safeParse({ ...form, office: "CA-14" }).success).toBe(true);
  expect(contactForm.safeParse({ ...form, ...fields }).success).toBe(false);
});

test(
  "a mis-tap is corrected until it is counted, and then stays",
  withContext(async (ctx) => {
    const { id } = await getFlagship(ctx, "en");
    const form = { channel: "phone" as const, office: "P000197", outcome: "voicemail", requestKey: ctx.newId() };
    await recordContact(ctx, id, office, form, "en");
    await recordContact(ctx, id, office, { ...form, outcome: "no_answer" }, "en");
    expect(await ctx.db.select().from(contacts)).toMatchObject([{ outcome: "no_answer", state: "opened" }]);
    await ctx.db.update(contacts).set({ countedAt: ctx.now() });
    await recordContact(ctx, id, office, { ...form, outcome: "spoke_opposed" }, "en");
    expect(await ctx.db.select().from(contacts)).toMatchObject([{ outcome: "no_answer", state: "opened" }]);
  }),
);
