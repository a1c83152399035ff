import { expect, test } from "vitest";
import { unsubscribe } from "~/domain/suppressions/unsubscribe.server";
import { findUnsubscribeLink } from "~/domain/suppressions/unsubscribe-links.server";
import { startWorker } from "~/jobs/worker.server";
import { listJobs, listSignatures, openPetition } from "../domain/signatures/signing";
import { type TestContext, withPostgres } from "../support/database";
import type { FakeResend } from "../support/fake-resend";
import { jobContext, withMailService } from "./sending";

const DAY_MS = 86_400_000;

/** Lets three workers run until nothing waits for them. */
async function work(ctx: TestContext, resend: FakeResend, isDone: () => Promise<boolean>) {
  const stops = [1, 2, 3].map(() => startWorker(jobContext(ctx, resend).job));
  await expect.poll(isDone, { timeout: 20_000 }).toBe(true);
  await Promise.all(stops.map((stop) => stop()));
}

test(
  "workers remind everybody who waits once, by a mail to unsubscribe from with one click, and nobody who did",
  withPostgres((_, ctx) =>
    withMailService(async (resend) => {
      const { sign } = await openPetition(ctx);
      for (const who of ["a", "b", "c", "stopped"]) await sign({ email: `${who}@example.org` });
      const noneWaits = async () => (await listJobs(ctx)).every(({ doneAt }) => doneAt !== null);
      await work(ctx, resend, async () => resend.sent.length === 4 && (await noneWaits()));

      const toStopped = resend.sent.find(({ to }) => JSON.stringify(to).includes("stopped@"));
      expect(toStopped?.headers, "Confirming was asked for.").toEqual({});
      const token = /\/unsubscribe\/([\w-]+)/.exec(toStopped?.text ?? "")?.[1] ?? "";
      expect((await findUnsubscribeLink(ctx, token))?.email).toBe("stopped@example.org");
      await unsubscribe(ctx, token, { locale: "en", gpc: false });

      ctx.clock.advance(2 * DAY_MS);
      const allLookedAt = async () => (await listSignatures(ctx)).every(({ remindedAt }) => remindedAt !== null);
      await work(ctx, resend, async () => (await allLookedAt()) && (await noneWaits()));
      const reminders = resend.sent.slice(4);
      expect(reminders.map(({ to }) => [to].flat().join()).sort()).toEqual([
        "a@example.org",
        "b@example.org",
        "c@example.org",
      ]);
      for (const { headers, text } of reminders) {
        const url = headers["List-Unsubscribe"]?.slice(1, -1);
        expect(text?.split("\n")).toContain(url);
        expect(headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
      }
    }),
  ),
);
