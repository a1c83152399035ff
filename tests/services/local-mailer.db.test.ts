import { count } from "drizzle-orm";
import { expect, test } from "vitest";
import { createLocalMailer, findLocalMail, listLocalMails } from "~/services/local-mailer.server";
import { localMails } from "~db/schema/outbox";
import { withContext } from "../support/database";
import { mails } from "../support/mails";

const from = "Privacy for All <hello@privacy.example>";
const mail = { to: "ada@example.org", subject: "Please confirm", html: "<p>Hello</p>", text: "Hello" };

test(
  "a kept mail is shown as the mailbox promises",
  withContext(async (ctx) => {
    const mailer = createLocalMailer({ ...ctx, from });
    const outcome = await mailer.send({ ...mail, idempotencyKey: ctx.newId() });
    const [shown] = mails.parse(await listLocalMails(ctx));
    expect(shown).toEqual({
      ...mail,
      from,
      headers: {},
      id: expect.any(String),
      createdAt: "2026-11-23T12:00:00.000Z",
    });
    expect(outcome).toEqual({ result: "sent", providerId: shown?.id });
  }),
);

test(
  "one key keeps one mail, whatever the key looks like",
  withContext(async (ctx) => {
    const mailer = createLocalMailer({ ...ctx, from });
    for (const idempotencyKey of [ctx.newId(), "confirm/42", "confirm/43"]) {
      const first = await mailer.send({ ...mail, idempotencyKey });
      ctx.clock.advance(60_000);
      expect(await mailer.send({ ...mail, idempotencyKey })).toEqual(first);
    }
    expect(await listLocalMails(ctx)).toHaveLength(3);
  }),
);

test(
  "a batch keeps one mail for each of its readers, once for its key",
  withContext(async (ctx) => {
    const mailer = createLocalMailer({ ...ctx, from });
    const idempotencyKey = ctx.newId();
    const batch = { idempotencyKey, mails: [mail, { ...mail, to: "grace@example.org" }] };
    const first = await mailer.sendBatch(batch);
    expect(await mailer.sendBatch(batch)).toEqual(first);
    const listed = await listLocalMails(ctx);
    expect(listed.map(({ to }) => to).sort()).toEqual(["ada@example.org", "grace@example.org"]);
    expect(first).toEqual({ result: "sent", providerIds: expect.arrayContaining(listed.map(({ id }) => id)) });
    expect(await mailer.sendBatch({ idempotencyKey, mails: [] })).toEqual({ result: "sent", providerIds: [] });
  }),
);

test(
  "the database alone shows neither the address nor the words",
  withContext(async (ctx) => {
    await createLocalMailer({ ...ctx, from }).send({ ...mail, idempotencyKey: ctx.newId() });
    const rows = JSON.stringify(await ctx.db.select().from(localMails));
    expect(rows).not.toMatch(/ada@|Hello|confirm/);
  }),
);

test(
  "the newest two hundred are listed, newest first, also within one instant",
  withContext(async (ctx) => {
    const mailer = createLocalMailer({ ...ctx, from });
    for (let sent = 0; sent < 203; sent++) {
      if (sent % 2 === 0) ctx.clock.advance(1);
      await mailer.send({ ...mail, subject: `Mail ${sent}`, idempotencyKey: ordered(sent) });
    }
    const listed = await listLocalMails(ctx);
    expect(listed.map(({ subject }) => subject)).toEqual(Array.from({ length: 200 }, (_, at) => `Mail ${202 - at}`));
    expect(await ctx.db.select({ n: count() }).from(localMails)).toEqual([{ n: 203 }]);
  }),
);

test(
  "one mail is found by its id, and none by another or by no id at all",
  withContext(async (ctx) => {
    const mailer = createLocalMailer({ ...ctx, from });
    await mailer.send({ ...mail, idempotencyKey: ordered(1) });
    expect(await findLocalMail(ctx, ordered(1))).toMatchObject(mail);
    expect(await findLocalMail(ctx, ordered(2))).toBeNull();
    expect(await findLocalMail(ctx, "' or 1=1")).toBeNull();
  }),
);

/** Ids that sort as they were made, as the ids of jobs do. */
function ordered(position: number): string {
  return `018f0000-0000-7000-8000-${String(position).padStart(12, "0")}`;
}
