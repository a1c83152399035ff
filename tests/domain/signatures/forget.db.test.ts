import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { buryJob, finishJob, keepJobState } from "~/domain/outbox/lease.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { forgetWhatIsOver } from "~/domain/signatures/forget.server";
import { UNCONFIRMED_DAYS } from "~/domain/signatures/retention";
import { createLocalMailer, listLocalMails } from "~/services/local-mailer.server";
import { signatures } from "~db/schema/signatures";
import { withContext } from "../../support/database";
import {
  dump,
  inCalifornia,
  listConfirmations,
  listConsents,
  listJobs,
  listSignatures,
  mailedLink,
  openPetition,
} from "./signing";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

test(
  "who does not confirm is forgotten after fourteen days, and nobody else is",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign({ email: "confirmed@example.org" });
    await confirmByToken(ctx, (await mailedLink(ctx)).token, inCalifornia);
    for (const state of ["withdrawn", "struck"] as const) {
      await sign({ email: `${state}@example.org` });
      await ctx.db
        .update(signatures)
        .set({ state })
        .where(eq(signatures.id, (await listSignatures(ctx)).at(-1)?.id ?? ""));
    }
    await sign({ email: "pending@example.org" });
    ctx.clock.advance(1);
    await sign({ email: "later@example.org" });

    ctx.clock.advance(UNCONFIRMED_DAYS * DAY_MS - 1);
    expect(await forgetWhatIsOver(ctx)).toMatchObject({ signatures: 0 });
    ctx.clock.advance(1);
    expect(await forgetWhatIsOver(ctx)).toMatchObject({ signatures: 1 });

    const kept = (await listSignatures(ctx)).map((row) => ctx.vault.open("signature.email", row.emailSealed));
    expect(kept.sort()).toEqual([
      "confirmed@example.org",
      "later@example.org",
      "struck@example.org",
      "withdrawn@example.org",
    ]);
    expect(await listConfirmations(ctx)).toHaveLength(4);
    expect(await listConsents(ctx)).toHaveLength(1);
  }),
);

test(
  "a link whose signature is forgotten leads nowhere, and the person may sign anew",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign();
    const { token } = await mailedLink(ctx);
    ctx.clock.advance(UNCONFIRMED_DAYS * DAY_MS + 1);
    await forgetWhatIsOver(ctx);
    await expect(confirmByToken(ctx, token, inCalifornia)).rejects.toMatchObject({ code: "tokenNotFound" });
    await sign();
    expect(await listSignatures(ctx)).toMatchObject([{ state: "pending", signedAt: ctx.now() }]);
  }),
);

test(
  "a postal code is forgotten soon after it has led to the lawmakers, and the district stays",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign({ country: "US", postalCode: "94110" });
    const { token } = await mailedLink(ctx);
    ctx.clock.advance(DAY_MS);
    await forgetWhatIsOver(ctx);
    await confirmByToken(ctx, token, inCalifornia);
    await forgetWhatIsOver(ctx);
    expect((await listConfirmations(ctx))[0]?.postalCodeSealed).not.toBeNull();

    ctx.clock.advance(46 * MINUTE_MS);
    expect(await forgetWhatIsOver(ctx)).toMatchObject({ postalCodes: 1 });
    expect(await listConfirmations(ctx)).toMatchObject([{ postalCodeSealed: null }]);
    expect(await listSignatures(ctx)).toMatchObject([{ usState: "CA", usDistrict: 11 }]);
    expect(await confirmByToken(ctx, token, inCalifornia)).toMatchObject({
      next: { to: "lawmakers", district: "CA-11" },
    });
  }),
);

test(
  "done work goes after a week, and waiting work stays",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign({ email: "a@example.org" });
    await sign({ email: "b@example.org" });
    const [done] = await listJobs(ctx);
    await finishJob(ctx, done?.id ?? "");
    ctx.clock.advance(7 * DAY_MS);
    await forgetWhatIsOver(ctx);
    expect(await listJobs(ctx)).toHaveLength(2);
    ctx.clock.advance(1);
    await forgetWhatIsOver(ctx);
    expect((await listJobs(ctx)).map(({ doneAt }) => doneAt)).toEqual([null]);
  }),
);

test(
  "work that was given up stays in sight, without the person it was about",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    for (const name of ["Ada", "William", "Charles"]) await sign({ name });
    for (const { id } of await listJobs(ctx)) {
      await keepJobState(ctx, id, ctx.vault.seal("outbox.mail", "a mail"));
      await buryJob(ctx, id, "validation_error 422");
    }
    ctx.clock.advance(UNCONFIRMED_DAYS * DAY_MS + 1);
    await forgetWhatIsOver(ctx);
    const jobs = await listJobs(ctx);
    expect(jobs).toHaveLength(3);
    for (const job of jobs) {
      expect(job).toMatchObject({ stateSealed: null, payload: {}, lastError: "validation_error 422" });
    }
  }),
);

test(
  "the demo's mailbox is emptied after fourteen days",
  withContext(async (ctx) => {
    const mailer = createLocalMailer({ ...ctx, from: "Demo <demo@privacy.example>" });
    await mailer.send({ to: "ada@example.org", subject: "s", html: "h", text: "t", idempotencyKey: "k" });
    ctx.clock.advance(14 * DAY_MS);
    await forgetWhatIsOver(ctx);
    expect(await listLocalMails(ctx)).toHaveLength(1);
    ctx.clock.advance(1);
    await forgetWhatIsOver(ctx);
    expect(await listLocalMails(ctx)).toEqual([]);
  }),
);

test(
  "forgetting twice changes nothing more",
  withContext(async (ctx) => {
    const { sign } = await openPetition(ctx);
    await sign({ country: "US", postalCode: "94110" });
    ctx.clock.advance(60 * DAY_MS);
    await forgetWhatIsOver(ctx);
    const after = await dump(ctx);
    expect(await forgetWhatIsOver(ctx)).toEqual({ signatures: 0, postalCodes: 0 });
    expect(await dump(ctx)).toBe(after);
  }),
);
