import { expect, test } from "vitest";
import { confirmDelivery } from "~/domain/deliveries/confirm-delivery.server";
import { askForAnswers } from "~/domain/follow-ups/ask-answers.server";
import { leaseJobs } from "~/domain/outbox/lease.server";
import { runJob } from "~/jobs/run-job.server";
import { withContext } from "../../support/database";
import { cwcTroubles } from "../../support/fake-cwc";
import { dump } from "../signatures/signing";
import { askFor, linkOf, padilla, pelosi, withGateways, work } from "./delivering";

/** Words that stand nowhere by chance, and so betray a column that is not sealed, or a log that says too much. */
const canaries = /zyxwvut|qqkanarienvogel|94110|please support it|qqschluessel|apikey/i;

test(
  "at no moment does the database or the log name who writes to Congress, or hold what they write or the key",
  withContext((ctx) =>
    withGateways(ctx, async (cwc, job, logged) => {
      const expectNothing = async () => {
        expect(canaries.exec(await dump(ctx))?.[0]).toBeUndefined();
        expect(canaries.exec(JSON.stringify(logged))?.[0]).toBeUndefined();
      };
      const mail = async () => {
        for (const one of await leaseJobs(job, 10, 60_000, "mail")) await runJob(job, one);
      };
      await askFor(ctx, [padilla, pelosi], {
        firstName: "Zyxwvut",
        lastName: "Qqkanarienvogel",
        address1: "1 Qqkanarienvogel Street",
        city: "Zyxwvut",
        email: "zyxwvut@qqkanarienvogel.example",
        wantsFollowUp: true,
      });
      await expectNothing();
      await mail();
      await expectNothing();
      await confirmDelivery(ctx, await linkOf(ctx));
      cwc.fail(cwcTroubles.takenThenReset, cwcTroubles.refusedAddress);
      await work(job);
      await expectNothing();
      ctx.clock.advance(3_600_000);
      cwc.fail(cwcTroubles.lockedOut);
      await work(job);
      await expectNothing();
      ctx.clock.advance(15 * 86_400_000);
      await askForAnswers(ctx);
      await expectNothing();
      await mail();
      await expectNothing();
    }),
  ),
);
