import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { FEWEST_COMPLAINTS } from "~/domain/mailings/complaint-rule";
import { forgetMailings } from "~/domain/mailings/forget-mailings.server";
import { cancelMailing, pauseMailing, resumeMailing } from "~/domain/mailings/hold-mailing.server";
import { pickRecipients } from "~/domain/mailings/pick-recipients.server";
import { DELIVERY_DAYS } from "~/domain/mailings/retention";
import { scheduleMailing, sendMailing, startDueMailings } from "~/domain/mailings/send-mailing.server";
import { testMailing } from "~/domain/mailings/test-mailing.server";
import { withdrawByToken } from "~/domain/signatures/withdraw-signature.server";
import { suppress } from "~/domain/suppressions/find-suppressions.server";
import { readMailEvent } from "~/domain/suppressions/mail-event";
import { takeMailEvent } from "~/domain/suppressions/take-mail-event.server";
import { getUnsubscribeState, unsubscribe } from "~/domain/suppressions/unsubscribe.server";
import { auditLog } from "~db/schema/audit";
import { consents } from "~db/schema/consents";
import { mailingDeliveries } from "~db/schema/mailings";
import { numberNotes } from "~db/schema/numbers";
import { partners } from "~db/schema/partners";
import { signatures } from "~db/schema/signatures";
import { otherPartner, somePartner } from "../domain/access/people";
import { deliveriesOf, draft, mailingOf, mailingScene, mailRound, round, workOff } from "../domain/mailings/mailing";
import { mailboxOf } from "../domain/supporters/supporters";
import { type TestContext, withContext } from "../support/database";
import { type FakeResend, faults } from "../support/fake-resend";
import { mailEvent } from "../support/resend-events";
import { jobContext, withMailService } from "./sending";

type Story = ReturnType<typeof jobContext<TestContext>> & {
  ctx: TestContext;
  resend: FakeResend;
  scene: Awaited<ReturnType<typeof mailingScene>>;
  /** Who got a mailing, in the order of their names. */
  readers(): string[];
};

function withMailings(story: (story: Story) => Promise<void>) {
  return withContext((ctx) =>
    withMailService(async (resend) => {
      const scene = await mailingScene(ctx);
      const readers = () =>
        resend.sent
          .filter(({ subject }) => subject.includes("hearing"))
          .flatMap(({ to }) => to)
          .sort();
      await story({ ...jobContext(ctx, resend), ctx, resend, scene, readers });
    }),
  );
}

const addresses = (names: readonly string[]) => names.map(mailboxOf).sort();
const some = ["Ada", "Berta", "Clara", "Dora"];
const page = { locale: "en", gpc: false };

const stopTokenIn = (mail: { text?: string | undefined } | undefined) =>
  /\/unsubscribe\/([\w-]{40,})/.exec(mail?.text ?? "")?.[1] ?? "";

/** The mail service tells that somebody called a mail spam. */
async function complain(ctx: TestContext, mail: { id: string; to: string[] } | undefined) {
  if (mail === undefined) throw new Error("There is no mail.");
  const event = readMailEvent(mailEvent("email.complained", mail.to, { email_id: mail.id }));
  if (event === null) throw new Error("The event can't be read.");
  await takeMailEvent(ctx, { id: ctx.newId(), sentAt: ctx.now() }, event);
}

test(
  "only those who said yes to this organization, confirmed, and may have mail get it",
  withMailings(async ({ ctx, job, resend, scene, readers }) => {
    await scene.support("Ada", { partners: [somePartner, otherPartner], updates: true });
    await scene.support("Onlynews", { updates: true });
    await scene.support("Other", { partners: [otherPartner] });
    await scene.sign("Unconfirmed", { partners: [somePartner] });
    const gone = await scene.support("Withdrawn", { partners: [somePartner] });
    await withdrawByToken(ctx, gone.token, page);
    for (const name of ["Bounced", "Complained", "Unsubscribed", "Resubscribed"]) {
      await scene.support(name, { partners: [somePartner] });
    }
    await suppress(ctx, mailboxOf("Bounced"), "bounced");
    await suppress(ctx, mailboxOf("Complained"), "complained");
    ctx.clock.advance(1_000);
    await suppress(ctx, mailboxOf("Unsubscribed"), "unsubscribed");
    await scene.support("Private", { partners: [somePartner], gpc: true });
    const held = await scene.support("Held", { partners: [somePartner] });
    await ctx.db.update(signatures).set({ heldAt: ctx.now() }).where(eq(signatures.id, held.id));

    const id = await draft(ctx, scene.owner);
    expect(await sendMailing(ctx, scene.owner, id)).toBe("sending");
    await workOff(job);
    expect(readers()).toEqual(addresses(["Ada", "Resubscribed"]));
    expect(await mailingOf(ctx, id)).toMatchObject({ state: "done", sent: 2, failed: 0 });

    const mail = resend.sent.find(({ to }) => to.includes(mailboxOf("Ada")));
    const { headers, html = "", text = "" } = { ...mail };
    const url = headers?.["List-Unsubscribe"]?.slice(1, -1) ?? "";
    expect(url).toMatch(/^https:\/\/privacy\.example\/en\/unsubscribe\/[\w-]+$/);
    expect(headers?.["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
    expect(text).toContain(url);
    expect(html).toContain('href="https://mto.example/hearing?a=1&amp;b=2"');
    expect(html).not.toMatch(/<img|\ssrc=|url\(/);
    const [partner] = await ctx.db.select().from(partners).where(eq(partners.slug, somePartner));
    for (const said of [partner?.name ?? "?", partner?.website ?? "?", "P.O. Box 1, Nairobi"]) {
      expect(text).toContain(said);
    }
    expect(text).toContain("because you said yes to");
    // What is kept of it names nobody.
    const kept = JSON.stringify(await deliveriesOf(ctx, id));
    expect(kept).not.toMatch(/@|Ada/);
  }),
);

test(
  "each gets the words in their own language, or else in the mailing's",
  withContext((ctx) =>
    withMailService(async (resend) => {
      const scene = await mailingScene(ctx, "sw");
      const { job } = jobContext(ctx, resend);
      await scene.supporters(["Zuri", "Bahati"]);
      await ctx.db
        .update(signatures)
        .set({ locale: "hi" })
        .where(eq(signatures.id, (await lastSigner(ctx)).id));
      await sendMailing(ctx, scene.owner, await draft(ctx, scene.owner, { texts: { sw: "Ilikuwa *ndefu*." } }));
      await workOff(job);
      const subjects = Object.fromEntries(resend.sent.map(({ to, subject }) => [to[0], subject]));
      expect(subjects[mailboxOf("Zuri")]).toBe("sw: hearing");
      expect(subjects[mailboxOf("Bahati")]).toBe("The hearing");
      const swahili = resend.sent.find(({ subject }) => subject === "sw: hearing");
      expect(swahili?.html).toMatch(/<html[^>]* lang="sw"/);
      expect(swahili?.text).toContain("Unapokea ujumbe huu");
    }),
  ),
);

async function lastSigner(ctx: TestContext) {
  const row = (await ctx.db.select().from(signatures).orderBy(signatures.signedAt)).at(-1);
  if (row === undefined) throw new Error("Nobody signed.");
  return row;
}

test(
  "two people on one mailbox get one mail",
  withMailings(async ({ ctx, job, scene, readers }) => {
    await scene.supporters(["Ada"]);
    await scene.support("Berta", { partners: [somePartner] });
    const emailSealed = ctx.vault.seal("signature.email", mailboxOf("Ada"));
    await ctx.db.update(signatures).set({ emailSealed });
    await sendMailing(ctx, scene.owner, await draft(ctx, scene.owner));
    await workOff(job);
    expect(readers()).toEqual(addresses(["Ada"]));
  }),
);

test(
  "a yes that is taken back after the mail was asked for, or even written, keeps it from leaving",
  withMailings(async ({ ctx, job, resend, scene, readers }) => {
    const first = await scene.support("Ada", { partners: [somePartner] });
    const second = await scene.support("Berta", { partners: [somePartner] });
    await scene.supporters(["Clara"]);
    const id = await draft(ctx, scene.owner);
    await sendMailing(ctx, scene.owner, id);
    await pickRecipients(job, id);
    await withdrawByToken(ctx, first.token, page);
    resend.fail(faults.serverError);
    await round(job);
    await withdrawByToken(ctx, second.token, page);
    await afterRetries(job);
    expect(readers()).toEqual(addresses(["Clara"]));
    expect(await mailingOf(ctx, id)).toMatchObject({ state: "done", sent: 1 });
  }),
);

async function afterRetries(job: Story["job"]) {
  for (let at = 0; at < 5; at++) {
    job.clock.advance(60_000);
    await workOff(job);
  }
}

test(
  "a pause keeps back what is not written, and going on reaches everybody once",
  withMailings(async ({ ctx, job, scene, readers }) => {
    await scene.supporters(some);
    const id = await draft(ctx, scene.owner);
    await sendMailing(ctx, scene.owner, id);
    await pickRecipients(job, id, 2);
    expect(await pauseMailing(ctx, scene.owner, id)).toBe("paused");
    await workOff(job);
    expect(readers()).toEqual([]);
    expect((await deliveriesOf(ctx, id)).map(({ state }) => state)).toEqual(["held", "held"]);

    expect(await resumeMailing(ctx, scene.owner, id)).toBe("resumed");
    expect(await resumeMailing(ctx, scene.owner, id)).toBe("resumed");
    await workOff(job);
    expect(readers()).toEqual(addresses(some));
    expect(await mailingOf(ctx, id)).toMatchObject({ state: "done", sent: 4, picked: 4 });
    expect(await pauseMailing(ctx, scene.owner, id)).toBe("over");
  }),
);

test(
  "an answer that was lost, a pause and going on again send nothing twice",
  withMailings(async ({ ctx, job, resend, scene, readers }) => {
    await scene.supporters(some);
    const id = await draft(ctx, scene.owner);
    await sendMailing(ctx, scene.owner, id);
    await pickRecipients(job, id, 2);
    // The service takes both mails, and we never hear of it.
    resend.fail(faults.acceptedThenReset);
    await mailRound(job);
    expect(readers()).toHaveLength(2);
    await pauseMailing(ctx, scene.owner, id);
    await afterRetries(job);
    await resumeMailing(ctx, scene.owner, id);
    await afterRetries(job);
    expect(readers()).toEqual(addresses(some));
    expect(await mailingOf(ctx, id)).toMatchObject({ state: "done", sent: 4 });
  }),
);

test(
  "one complaint is an accident; two of a few stop it until the host lets it go on",
  withMailings(async ({ ctx, job, resend, scene, readers }) => {
    await scene.supporters([...some, "Eva", "Fay"]);
    const id = await draft(ctx, scene.owner);
    await sendMailing(ctx, scene.owner, id);
    await pickRecipients(job, id, 4);
    // Two people are left, so that there is something to stop.
    await mailRound(job);
    const mails = () => resend.sent.filter(({ subject }) => subject.includes("hearing"));
    expect(mails()).toHaveLength(4);
    for (let at = 0; at < FEWEST_COMPLAINTS - 1; at++) await complain(ctx, mails()[at]);
    expect(await mailingOf(ctx, id)).toMatchObject({ state: "sending", complained: FEWEST_COMPLAINTS - 1 });
    await complain(ctx, mails()[FEWEST_COMPLAINTS - 1]);
    expect(await mailingOf(ctx, id)).toMatchObject({ state: "stopped", complained: FEWEST_COMPLAINTS });
    await workOff(job);
    expect(readers()).toHaveLength(4);
    const told = resend.sent.filter(({ subject }) => subject === "A mailing was stopped").flatMap(({ to }) => to);
    expect(told.sort()).toEqual(["host@example.org", "owner@example.org"]);

    expect(await resumeMailing(ctx, scene.owner, id)).toBe("needsHost");
    expect(await cancelMailing(ctx, scene.owner, id)).toBe("needsHost");
    const next = await draft(ctx, scene.owner);
    expect(await sendMailing(ctx, scene.owner, next)).toBe("blocked");
    await expect(resumeMailing(ctx, scene.stranger, id)).rejects.toMatchObject({ code: "notFound" });

    expect(await resumeMailing(ctx, scene.host, id)).toBe("resumed");
    await workOff(job);
    expect(readers()).toEqual(addresses([...some, "Eva", "Fay"]));
    expect(await mailingOf(ctx, id)).toMatchObject({ state: "done", sent: 6 });
    const deeds = (await ctx.db.select().from(auditLog)).map(({ action }) => action);
    expect(deeds).toEqual(
      expect.arrayContaining(["mailing.create", "mailing.send", "mailing.stop", "mailing.release"]),
    );
  }),
);

test(
  "an event that comes before we know under which id the service took the mail is counted all the same",
  withMailings(async ({ ctx, job, resend, scene }) => {
    await scene.supporters(["Ada"]);
    const id = await draft(ctx, scene.owner);
    await sendMailing(ctx, scene.owner, id);
    await pickRecipients(job, id);
    resend.fail(faults.acceptedThenReset);
    await round(job);
    const mail = resend.sent.find(({ subject }) => subject === "The hearing");
    const event = readMailEvent(mailEvent("email.bounced", mail?.to ?? [], { email_id: mail?.id }));
    if (event === null) throw new Error("The event can't be read.");
    // Of another mailbox, so that the repetition is not held back for that reason.
    const message = { id: "msg", sentAt: ctx.now() };
    await takeMailEvent(ctx, message, { ...event, suppress: { emails: ["x@mail.example"], reason: "bounced" } });
    expect(await mailingOf(ctx, id)).toMatchObject({ bounced: 0 });
    await afterRetries(job);
    expect(await mailingOf(ctx, id)).toMatchObject({ state: "done", sent: 1, bounced: 1 });
    expect(await takeMailEvent(ctx, message, event)).toBe("known");
    expect(await mailingOf(ctx, id)).toMatchObject({ bounced: 1 });
  }),
);

test(
  "the link in a partner's mail takes back the yes to that partner, and nothing else",
  withMailings(async ({ ctx, job, resend, scene, readers }) => {
    await scene.support("Ada", { partners: [somePartner, otherPartner], updates: true });
    const id = await draft(ctx, scene.owner);
    await sendMailing(ctx, scene.owner, id);
    await workOff(job);
    const token = stopTokenIn(resend.sent.find(({ subject }) => subject === "The hearing"));
    expect(await getUnsubscribeState(ctx, token)).toBe("open");
    ctx.clock.advance(1_000);
    for (let press = 0; press < 2; press++) expect(await unsubscribe(ctx, token, page)).toBe("done");
    expect(await getUnsubscribeState(ctx, token)).toBe("done");
    expect(await mailingOf(ctx, id)).toMatchObject({ unsubscribed: 1 });
    const noes = await ctx.db
      .select({ purpose: consents.purpose, slug: partners.slug, source: consents.source })
      .from(consents)
      .leftJoin(partners, eq(partners.id, consents.partnerId))
      .where(and(eq(consents.granted, false)));
    expect(noes).toEqual([{ purpose: "partner_sharing", slug: somePartner, source: "unsubscribe" }]);

    const next = await draft(ctx, scene.owner);
    expect(await sendMailing(ctx, scene.owner, next)).toBe("nobody");
    for (const actor of [scene.stranger, scene.host]) await sendMailing(ctx, actor, await draft(ctx, actor));
    await workOff(job);
    expect(readers()).toEqual(Array(3).fill(mailboxOf("Ada")));
  }),
);

test(
  "the link in the host's mail stops the newsletter, and is counted",
  withMailings(async ({ ctx, job, resend, scene }) => {
    await scene.support("Ada", { updates: true });
    const id = await draft(ctx, scene.host);
    await sendMailing(ctx, scene.host, id);
    await workOff(job);
    ctx.clock.advance(1_000);
    await unsubscribe(ctx, stopTokenIn(resend.sent.find(({ subject }) => subject === "The hearing")), page);
    expect(await mailingOf(ctx, id)).toMatchObject({ sent: 1, unsubscribed: 1 });
    expect(await sendMailing(ctx, scene.host, await draft(ctx, scene.host))).toBe("nobody");
  }),
);

test(
  "a signature that is deleted takes its deliveries along, and the mailing still comes to its end",
  withMailings(async ({ ctx, job, scene, readers }) => {
    const ada = await scene.support("Ada", { partners: [somePartner] });
    await scene.supporters(["Berta"]);
    const id = await draft(ctx, scene.owner);
    await sendMailing(ctx, scene.owner, id);
    await pickRecipients(job, id);
    await ctx.db.delete(signatures).where(eq(signatures.id, ada.id));
    expect(await deliveriesOf(ctx, id)).toHaveLength(1);
    await workOff(job);
    expect(readers()).toEqual(addresses(["Berta"]));
    expect(await mailingOf(ctx, id)).toMatchObject({ state: "done", sent: 1 });

    ctx.clock.advance((DELIVERY_DAYS - 1) * 86_400_000);
    await forgetMailings(ctx);
    expect(await ctx.db.select().from(mailingDeliveries)).toMatchObject([{ mailboxHash: null, state: "sent" }]);
    ctx.clock.advance(2 * 86_400_000);
    await forgetMailings(ctx);
    expect(await deliveriesOf(ctx, id)).toEqual([]);
    expect(await mailingOf(ctx, id)).toMatchObject({ sent: 1 });
  }),
);

test(
  "a mailing leaves by itself at its moment, and waits instead while its organization may not send",
  withMailings(async ({ ctx, job, scene, readers }) => {
    await scene.supporters(["Ada"]);
    const [early, late] = [await draft(ctx, scene.owner), await draft(ctx, scene.owner)];
    const at = (hours: number) => new Date(ctx.now().getTime() + hours * 3_600_000).toISOString().slice(0, 16);
    expect(await scheduleMailing(ctx, scene.owner, early, { at: at(-1), zone: "UTC" })).toBe("momentPast");
    await scheduleMailing(ctx, scene.owner, early, { at: at(1), zone: "UTC" });
    await scheduleMailing(ctx, scene.owner, late, { at: at(3), zone: "UTC" });
    await startDueMailings(ctx);
    expect(await mailingOf(ctx, early)).toMatchObject({ state: "scheduled" });
    ctx.clock.advance(2 * 3_600_000);
    await startDueMailings(ctx);
    await workOff(job);
    expect(readers()).toEqual(addresses(["Ada"]));
    expect(await ctx.db.select().from(numberNotes)).toMatchObject([{ mailingId: early, text: "The hearing" }]);

    await ctx.db.update(partners).set({ status: "paused" }).where(eq(partners.slug, somePartner));
    ctx.clock.advance(2 * 3_600_000);
    await startDueMailings(ctx);
    expect(await mailingOf(ctx, late)).toMatchObject({ state: "paused", pausedWhy: "partner", startedAt: null });
    const owner = { ...scene.owner, provenAt: ctx.now() };
    expect(await resumeMailing(ctx, owner, late)).toBe("inactive");
    await ctx.db.update(partners).set({ status: "active" }).where(eq(partners.slug, somePartner));
    expect(await resumeMailing(ctx, owner, late)).toBe("resumed");
    await workOff(job);
    expect(readers()).toEqual(addresses(["Ada", "Ada"]));
  }),
);

test(
  "sending needs a fresh proof and the agreement about data; a test goes to who asks for it alone",
  withMailings(async ({ ctx, job, resend, scene, readers }) => {
    await scene.supporters(["Ada"]);
    const id = await draft(ctx, scene.owner);
    for (let press = 0; press < 2; press++) expect(await testMailing(ctx, scene.owner, id, "en")).toBe("tested");
    await workOff(job);
    expect(readers()).toEqual(["owner@example.org"]);
    const test = resend.sent.find(({ to }) => to.includes("owner@example.org"));
    expect(test?.subject).toBe("[Test] The hearing");
    expect(await deliveriesOf(ctx, id)).toEqual([]);

    ctx.clock.advance(3_600_000);
    await expect(sendMailing(ctx, scene.owner, id)).rejects.toMatchObject({ code: "proofNeeded" });
    await expect(testMailing(ctx, scene.stranger, id, "en")).rejects.toMatchObject({ code: "notFound" });
    ctx.clock.advance(400 * 86_400_000);
    const owner = { ...scene.owner, provenAt: ctx.now() };
    await expect(sendMailing(ctx, owner, id)).rejects.toMatchObject({ code: "agreementMissing" });
    expect(await mailingOf(ctx, id)).toMatchObject({ state: "draft" });
  }),
);
