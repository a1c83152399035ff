import { expect, test } from "vitest";
import { leaseJobs } from "~/domain/outbox/lease.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { runJob } from "~/jobs/run-job.server";
import { createLocalMailer } from "~/services/local-mailer.server";
import { jobContext, tokenIn, withMailService } from "../../jobs/sending";
import { withContext } from "../../support/database";
import { faults } from "../../support/fake-resend";
import { dump, inCalifornia, openPetition } from "./signing";

/** Words that stand nowhere by chance, and so betray a column that is not sealed. */
const canaries = /zyxwvut|qqkanarienvogel|94110|كناري/i;

test(
  "at no moment does the database name anybody, hold an address, a postal code, a link or a code",
  withContext((ctx) =>
    withMailService(async (resend) => {
      const { job } = jobContext(ctx, resend);
      const { sign, choose, partners } = await openPetition(ctx);
      const secrets = new Set<string>();
      const expectNothing = async () => {
        const text = await dump(ctx);
        expect(text).toContain("privacy-for-all");
        expect(canaries.exec(text)?.[0]).toBeUndefined();
        for (const secret of secrets) expect(text.includes(secret)).toBe(false);
      };
      const work = async () => {
        ctx.clock.advance(3_600_000);
        for (const one of await leaseJobs(job, 10, 60_000)) await runJob(job, one);
        for (const mail of resend.sent) {
          if (!mail.text?.includes("/confirm/")) continue;
          secrets.add(tokenIn(mail));
        }
      };
      const person = { email: "Zyxwvut@qqkanarienvogel.example", country: "US", postalCode: "94110" };
      const choices = await choose({ updates: true, partners: partners.map(({ slug }) => slug) });

      await sign({ ...person, name: "Zyxwvut Qqkanarienvogel", choices });
      await sign({ ...person, name: "كناري أصفر" });
      await sign({ ...person, name: "Third Qqkanarienvogel" });
      await expectNothing();

      resend.fail(faults.serverError, faults.serverError, faults.serverError);
      await work();
      await expectNothing();
      await work();
      expect(resend.sent).toHaveLength(3);
      await expectNothing();

      for (const mail of resend.sent) {
        if (mail.text?.includes("/confirm/")) await confirmByToken(ctx, tokenIn(mail), inCalifornia);
      }
      await sign({ ...person, name: "zyxwvut  qqkanarienvogel" });
      await work();
      await expectNothing();

      resend.fail({ answer: { status: 422, name: "validation_error" } });
      await sign({ ...person, email: "other@qqkanarienvogel.example", name: "Zyxwvut" });
      await work();
      await expectNothing();

      const mailer = createLocalMailer({ ...ctx, from: "Demo <demo@privacy.example>" });
      await sign({ ...person, email: "demo@qqkanarienvogel.example", name: "Zyxwvut" });
      for (const one of await leaseJobs(job, 10, 60_000)) await runJob({ ...job, mailer }, one);
      await expectNothing();
    }),
  ),
);
