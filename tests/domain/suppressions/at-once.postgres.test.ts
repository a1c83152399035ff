import { expect, test } from "vitest";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { withdrawByToken } from "~/domain/signatures/withdraw-signature.server";
import { findSuppressions } from "~/domain/suppressions/find-suppressions.server";
import { readMailEvent } from "~/domain/suppressions/mail-event";
import { takeMailEvent } from "~/domain/suppressions/take-mail-event.server";
import { unsubscribe } from "~/domain/suppressions/unsubscribe.server";
import { issueUnsubscribeLinks } from "~/domain/suppressions/unsubscribe-links.server";
import { type TestContext, withPostgres } from "../../support/database";
import { bounce, mailEvent } from "../../support/resend-events";
import { ada, inCalifornia, listConsents, listSignatures, mailedLink, openPetition } from "../signatures/signing";

const page = { locale: "en", gpc: false };
const times = <T>(count: number, work: (position: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, position) => work(position)));

/** Ada, who ticked everything, with her link and ways out of our mail; a second form of hers waits. */
async function signed(ctx: TestContext) {
  const { sign, choose, partners } = await openPetition(ctx);
  const choices = await choose({ updates: true, partners: partners.slice(0, 1).map(({ slug }) => slug) });
  await sign({ choices });
  const { token, confirmation } = await mailedLink(ctx);
  ctx.clock.advance(60_001);
  await sign({ choices });
  const second = await mailedLink(ctx);
  await confirmByToken(ctx, token, inCalifornia);
  ctx.clock.advance(60_001);
  const reader = { campaignId: confirmation.campaignId, signatureId: confirmation.signatureId, locale: "en" };
  return { token, second, stops: await issueUnsubscribeLinks(ctx, [reader, reader, reader]) };
}

const noes = async (ctx: TestContext) =>
  (await listConsents(ctx)).filter(({ granted }) => !granted).map(({ purpose }) => purpose);

test(
  "many presses on several ways out at once take each yes back once",
  withPostgres(async (_, ctx) => {
    const { token, stops } = await signed(ctx);
    const outcomes = await times(60, (position) =>
      position % 2 === 0
        ? withdrawByToken(ctx, token, page)
        : unsubscribe(ctx, stops[position % stops.length] ?? "", page),
    );
    expect(new Set(outcomes)).toEqual(new Set(["withdrawn", "done"]));
    expect((await noes(ctx)).sort()).toEqual(["newsletter", "partner_sharing", "petition"]);
    const [row] = await listSignatures(ctx);
    expect(row?.state).toBe("withdrawn");
    expect(ctx.vault.open("signature.name", row?.nameSealed ?? "x")).toBe("");
  }),
);

test(
  "confirming and unsubscribing at once never wait for each other in a circle",
  withPostgres(async (_, ctx) => {
    const { second, stops } = await signed(ctx);
    const outcomes = await times(40, (position) =>
      position % 2 === 0
        ? confirmByToken(ctx, second.token, inCalifornia).then(({ result }) => result)
        : unsubscribe(ctx, stops[position % stops.length] ?? "", page),
    );
    expect(new Set(outcomes)).toEqual(new Set(["confirmed", "done"]));
    expect((await findSuppressions(ctx, [ada.email])).get(ada.email)).toEqual(new Set(["unsubscribed"]));
  }),
);

test(
  "an event that comes many times at once is taken once",
  withPostgres(async (_, ctx) => {
    const event = readMailEvent(mailEvent("email.bounced", ada.email, bounce()));
    if (!event) throw new Error("The event can't be read.");
    const outcomes = await times(50, () => takeMailEvent(ctx, { id: "msg_1", sentAt: ctx.now() }, event));
    expect(outcomes.filter((outcome) => outcome === "taken")).toHaveLength(1);
    expect((await findSuppressions(ctx, [ada.email])).get(ada.email)).toEqual(new Set(["bounced"]));
  }),
);
