import { describe, expect, test } from "vitest";
import { countSignatures } from "~/domain/campaigns/count-signatures.server";
import { confirmByCode } from "~/domain/signatures/confirm-by-code.server";
import { confirmByToken } from "~/domain/signatures/confirm-signature.server";
import { renewByEmail, renewByToken } from "~/domain/signatures/renew-confirmation.server";
import { withPostgres } from "../../support/database";
import {
  ada,
  inCalifornia,
  listConfirmations,
  listConsents,
  listJobs,
  listSignatures,
  mailedLink,
  openPetition,
  waysToSign,
} from "./signing";

const times = <T>(count: number, work: (position: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, position) => work(position)));

describe.each(waysToSign)("Signing %s:", (_, makeSign) => {
  test(
    "two hundred equal posts at once are one signature, one confirmation and one mail",
    withPostgres(async (_, ctx) => {
      const { sign } = await openPetition(ctx, "en", makeSign);
      const outcomes = await times(200, () => sign());
      expect(new Set(outcomes)).toEqual(new Set(["checkInbox"]));
      expect(await listSignatures(ctx)).toHaveLength(1);
      expect(await listConfirmations(ctx)).toHaveLength(1);
      expect(await listJobs(ctx)).toHaveLength(1);
    }),
  );

  test(
    "of five people on one mailbox at once two sign, and one mail tells of the others",
    withPostgres(async (_, ctx) => {
      const { sign } = await openPetition(ctx, "en", makeSign);
      await times(50, (position) => sign({ name: `Person ${"ABCDE"[position % 5]}` }));
      expect((await listSignatures(ctx)).map(({ mailboxSlot }) => mailboxSlot).sort()).toEqual([1, 2]);
      expect(await listJobs(ctx, "email-confirmation")).toHaveLength(2);
      expect(await listJobs(ctx, "email-mailbox-full")).toHaveLength(1);
    }),
  );

  test(
    "two people on one mailbox at once both sign",
    withPostgres(async (_, ctx) => {
      const { sign } = await openPetition(ctx, "en", makeSign);
      await Promise.all([sign({ name: "Ada Lovelace" }), sign({ name: "William King" })]);
      expect(await listSignatures(ctx)).toHaveLength(2);
      await sign({ name: "Charles Babbage" });
      expect(await listSignatures(ctx)).toHaveLength(2);
      expect(await listJobs(ctx, "email-mailbox-full")).toHaveLength(1);
    }),
  );

  test(
    "many mailboxes at once all sign",
    withPostgres(async (_, ctx) => {
      const { sign } = await openPetition(ctx, "en", makeSign);
      await times(200, (position) => sign({ email: `signer${position}@example.org` }));
      expect(await listSignatures(ctx)).toHaveLength(200);
      expect(await listJobs(ctx, "email-confirmation")).toHaveLength(200);
    }),
  );
});

test(
  "two hundred presses of one link confirm once, with the consents once, and answer the same",
  withPostgres(async (_, ctx) => {
    const { sign, choose, partners, petition } = await openPetition(ctx);
    await sign({ choices: await choose({ updates: true, partners: partners.map(({ slug }) => slug) }) });
    const { token } = await mailedLink(ctx);
    const outcomes = await times(200, () => confirmByToken(ctx, token, inCalifornia));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ result: "confirmed" });
    expect(await listConsents(ctx)).toHaveLength(2 + partners.length);
    expect(await countSignatures(ctx, petition.campaignId)).toBe(1);
  }),
);

test(
  "guesses at once can't share an attempt",
  withPostgres(async (_, ctx) => {
    const { sign, petition } = await openPetition(ctx);
    await sign();
    const { code } = await mailedLink(ctx);
    const type = (typed: string) => confirmByCode(ctx, petition, { email: ada.email, code: typed }, inCalifornia);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
    await times(40, () => type(wrong));
    expect(await listConfirmations(ctx)).toMatchObject([{ codeAttempts: 5 }]);
    expect(await type(code)).toEqual({ result: "wrongCode" });
  }),
);

test(
  "the right code many times at once confirms once",
  withPostgres(async (_, ctx) => {
    const { sign, petition } = await openPetition(ctx);
    await sign();
    const { code } = await mailedLink(ctx);
    const outcomes = await times(20, () => confirmByCode(ctx, petition, { email: ada.email, code }, inCalifornia));
    expect(outcomes.filter(({ result }) => result === "confirmed")).toHaveLength(5);
    expect(await listConsents(ctx)).toHaveLength(1);
  }),
);

test(
  "asking for a new link many times at once brings one mail",
  withPostgres(async (_, ctx) => {
    const { sign, petition } = await openPetition(ctx);
    await sign();
    const { token } = await mailedLink(ctx);
    ctx.clock.advance(120_000);
    await times(50, async (position) => {
      if (position % 2 === 0) await renewByToken(ctx, token);
      else await renewByEmail(ctx, petition, ada.email);
    });
    expect(await listJobs(ctx, "email-confirmation")).toHaveLength(2);
  }),
);
