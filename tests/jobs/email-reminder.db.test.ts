import { expect, test } from "vitest";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { findSuppressions } from "~/domain/suppressions/find-suppressions.server";
import { unsubscribe } from "~/domain/suppressions/unsubscribe.server";
import { locales } from "~/i18n/locales";
import { textDirection } from "~/i18n/text-direction";
import { composeReminder } from "~/jobs/email-reminder.server";
import type { OutgoingMail } from "~/services/mailer";
import { confirmations } from "~db/schema/signatures";
import { unsubscribeLinks } from "~db/schema/suppressions";
import { inCalifornia, listSignatures, openPetition } from "../domain/signatures/signing";
import { type TestContext, withContext } from "../support/database";
import { jobContext, tokenIn, withMailService } from "./sending";

const DAY_MS = 86_400_000;

/** The reminder of the only signature, as the worker writes it. */
async function writeReminder(ctx: TestContext): Promise<OutgoingMail | null> {
  const [row] = await listSignatures(ctx);
  if (!row) throw new Error("Nobody signed.");
  let mail: OutgoingMail | null = null;
  await withMailService(async (resend) => {
    const { job } = jobContext(ctx, resend);
    mail = await composeReminder(job, { campaignId: row.campaignId, signatureId: row.id });
  });
  return mail;
}

test.each(locales)("the reminder is written in %s, in both forms, with its direction", (locale) =>
  withContext(async (ctx) => {
    await (await openPetition(ctx, locale)).sign();
    ctx.clock.advance(2 * DAY_MS);
    const mail = await writeReminder(ctx);
    expect(mail?.to).toBe("ada@example.org");
    expect(mail?.html).toMatch(new RegExp(`<html[^>]* dir="${textDirection(locale)}"[^>]* lang="${locale}"`));
    expect(mail?.text).toContain(`https://privacy.example/${locale}/confirm/`);
    await confirmByToken(ctx, tokenIn(mail ?? undefined), inCalifornia);
    expect(await listSignatures(ctx)).toMatchObject([{ state: "confirmed" }]);
  })(),
);

test(
  "a mail program can unsubscribe from the reminder with one click, and its reader with the visible link",
  withContext(async (ctx) => {
    await (await openPetition(ctx)).sign();
    ctx.clock.advance(2 * DAY_MS);
    const mail = await writeReminder(ctx);
    const url = /^<(https:\/\/privacy\.example\/en\/unsubscribe\/([\w-]+))>$/.exec(
      mail?.headers?.["List-Unsubscribe"] ?? "",
    );
    expect(mail?.headers).toEqual({
      "List-Unsubscribe": url?.[0],
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    expect(mail?.text.split("\n")).toContain(url?.[1]);
    expect(mail?.html).toContain(`href="${url?.[1]}"`);
    expect(await unsubscribe(ctx, url?.[2] ?? "", { locale: "en", gpc: false })).toBe("done");
    expect(await findSuppressions(ctx, ["ada@example.org"])).toEqual(
      new Map([["ada@example.org", new Set(["unsubscribed"])]]),
    );
  }),
);

test(
  "under attack the reminder holds the code and no link that confirms",
  withContext(async (ctx) => {
    await (await openPetition(ctx)).sign();
    await ctx.db.update(confirmations).set({ byCodeOnly: true });
    ctx.clock.advance(2 * DAY_MS);
    const mail = await writeReminder(ctx);
    expect(`${mail?.html}${mail?.text}`).not.toContain("/confirm/");
    expect(mail?.text).toMatch(/^\d{6}$/m);
  }),
);

test(
  "nothing is written once there is nothing to confirm",
  withContext(async (ctx) => {
    await (await openPetition(ctx)).sign();
    ctx.clock.advance(13 * DAY_MS + 1);
    expect(await writeReminder(ctx)).toBeNull();
    expect(await ctx.db.select().from(unsubscribeLinks)).toEqual([]);
  }),
);
