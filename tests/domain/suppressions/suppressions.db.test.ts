import { expect, test } from "vitest";
import { findSuppressions, liftUnsubscription, suppress } from "~/domain/suppressions/find-suppressions.server";
import { readMailEvent } from "~/domain/suppressions/mail-event";
import { mayReceive, type SuppressionReason } from "~/domain/suppressions/may-receive";
import { takeMailEvent } from "~/domain/suppressions/take-mail-event.server";
import { mailEvents, suppressions } from "~db/schema/suppressions";
import { type TestContext, withContext } from "../../support/database";
import { bounce, mailEvent } from "../../support/resend-events";
import { dump } from "../signatures/signing";

const ada = "ada@example.org";

async function take(ctx: TestContext, id: string, text: string) {
  const event = readMailEvent(text);
  if (!event) throw new Error("The event can't be read.");
  return takeMailEvent(ctx, { id, sentAt: ctx.now() }, event);
}

test(
  "a mailbox is found however it is written, and the list names nobody",
  withContext(async (ctx) => {
    await suppress(ctx, "Ada.Lovelace+petition@gmail.com", "bounced");
    await suppress(ctx, "adalovelace@googlemail.com", "unsubscribed");
    await suppress(ctx, "adalovelace@gmail.com", "bounced");
    const found = await findSuppressions(ctx, ["ADALOVELACE@gmail.com", "ada.lovelace@gmail.com", ada]);
    expect(found).toEqual(
      new Map([
        ["ADALOVELACE@gmail.com", new Set(["bounced", "unsubscribed"])],
        ["ada.lovelace@gmail.com", new Set(["bounced", "unsubscribed"])],
      ]),
    );
    expect(await findSuppressions(ctx, [])).toEqual(new Map());
    expect(await dump(ctx)).not.toMatch(/lovelace|gmail/i);
  }),
);

test.each<[SuppressionReason[], boolean, boolean]>([
  [[], true, true],
  [["unsubscribed"], true, false],
  [["bounced"], false, false],
  [["complained"], false, false],
  [["unsubscribed", "complained"], false, false],
])("%j: what was asked for %s, the rest %s", (reasons, asked, bulk) => {
  expect(mayReceive("asked", new Set(reasons))).toBe(asked);
  expect(mayReceive("bulk", new Set(reasons))).toBe(bulk);
});

test("an address that is not on the list gets everything", () => {
  expect(mayReceive("asked", undefined) && mayReceive("bulk", undefined)).toBe(true);
});

test(
  "an event is taken once, however often it comes",
  withContext(async (ctx) => {
    const text = mailEvent("email.bounced", `Ada <${ada}>`, bounce());
    expect(await take(ctx, "msg_1", text)).toBe("taken");
    const before = await ctx.db.select().from(suppressions);
    ctx.clock.advance(60_000);
    expect(await take(ctx, "msg_1", text)).toBe("known");
    expect(await take(ctx, "msg_1", mailEvent("email.complained", ada))).toBe("known");
    expect(await ctx.db.select().from(suppressions)).toEqual(before);
    expect(await findSuppressions(ctx, [ada])).toEqual(new Map([[ada, new Set(["bounced"])]]));
    expect(await ctx.db.select().from(mailEvents)).toEqual([
      {
        id: "msg_1",
        type: "email.bounced",
        at: new Date("2026-04-30T23:41:12.126Z"),
        receivedAt: expect.any(Date),
        providerId: "56761188-7520-42d8-8898-ff6fc54ce618",
        suppresses: "bounced",
      },
    ]);
    expect(await dump(ctx)).not.toContain("ada@");
  }),
);

test(
  "events may come in any order: a later delivery lifts nothing",
  withContext(async (ctx) => {
    await take(ctx, "msg_3", mailEvent("email.complained", ada));
    await take(ctx, "msg_2", mailEvent("email.delivered", ada));
    await take(ctx, "msg_1", mailEvent("email.sent", ada));
    expect(await findSuppressions(ctx, [ada])).toEqual(new Map([[ada, new Set(["complained"])]]));
  }),
);

test(
  "a bounce that may pass is noted and suppresses nobody",
  withContext(async (ctx) => {
    await take(ctx, "msg_1", mailEvent("email.bounced", ada, bounce("Transient")));
    expect(await findSuppressions(ctx, [ada])).toEqual(new Map());
    expect(await ctx.db.select().from(mailEvents)).toHaveLength(1);
  }),
);

test(
  "a new yes lifts what the owner asked for before it, and nothing else",
  withContext(async (ctx) => {
    await suppress(ctx, ada, "unsubscribed");
    await suppress(ctx, ada, "bounced");
    await liftUnsubscription(ctx, ada, new Date(ctx.now().getTime() - 1));
    expect((await findSuppressions(ctx, [ada])).get(ada)).toEqual(new Set(["bounced", "unsubscribed"]));
    await liftUnsubscription(ctx, ada, new Date(ctx.now().getTime() + 1));
    expect((await findSuppressions(ctx, [ada])).get(ada)).toEqual(new Set(["bounced"]));
  }),
);
