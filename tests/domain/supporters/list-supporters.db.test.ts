import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { revokeConsents } from "~/domain/consents/revoke-consents.server";
import { withdrawByToken } from "~/domain/signatures/withdraw-signature.server";
import { listSupporters } from "~/domain/supporters/list-supporters.server";
import { supporterFilters } from "~/domain/supporters/supporter-filters";
import { unsubscribe } from "~/domain/suppressions/unsubscribe.server";
import { issueUnsubscribeLink } from "~/domain/suppressions/unsubscribe-links.server";
import { agreementAcceptances } from "~db/schema/agreements";
import { consents } from "~db/schema/consents";
import { signatures } from "~db/schema/signatures";
import { type TestContext, withContext } from "../../support/database";
import { member, otherPartner, somePartner } from "../access/people";
import { acceptAgreement, petitionFor, publishAgreement, type Signed } from "./supporters";

const page = { locale: "en", gpc: false };
const ours = { partners: [somePartner] };
const all = supporterFilters.parse({});

type Petition = Awaited<ReturnType<typeof petitionFor>>;

/** Changes what the database says of one signature. */
async function set(ctx: TestContext, { campaignId, id }: Signed, values: Partial<typeof signatures.$inferInsert>) {
  await ctx.db
    .update(signatures)
    .set(values)
    .where(and(eq(signatures.campaignId, campaignId), eq(signatures.id, id)));
}

interface Case {
  what: string;
  isSeen: { partner: boolean; host: boolean };
  happens(ctx: TestContext, petition: Petition): Promise<unknown>;
}

const cases: Case[] = [
  {
    what: "a confirmed yes to the partner alone",
    isSeen: { partner: true, host: false },
    happens: (_, { support }) => support("Ada", ours),
  },
  {
    what: "a confirmed yes to the newsletter alone",
    isSeen: { partner: false, host: true },
    happens: (_, { support }) => support("Ada", { updates: true }),
  },
  {
    what: "a yes to both",
    isSeen: { partner: true, host: true },
    happens: (_, { support }) => support("Ada", { ...ours, updates: true }),
  },
  {
    what: "a yes that was not confirmed",
    isSeen: { partner: false, host: false },
    happens: (_, { sign }) => sign("Ada", { ...ours, updates: true }),
  },
  {
    what: "a signature without any yes",
    isSeen: { partner: false, host: false },
    happens: (_, { support }) => support("Ada"),
  },
  {
    what: "a yes to another partner",
    isSeen: { partner: false, host: false },
    happens: (_, { support }) => support("Ada", { partners: [otherPartner] }),
  },
  {
    what: "a box ticked under Sec-GPC",
    isSeen: { partner: false, host: true },
    happens: (_, { support }) => support("Ada", { ...ours, updates: true, gpc: true }),
  },
  {
    what: "a yes to a partner that was recorded under Sec-GPC, against the rule",
    isSeen: { partner: false, host: true },
    happens: async (ctx, { support }) => {
      const { id } = await support("Ada", { ...ours, updates: true });
      await ctx.db.update(consents).set({ gpc: true }).where(eq(consents.signatureId, id));
    },
  },
  {
    what: "a held signature",
    isSeen: { partner: false, host: false },
    happens: async (ctx, { support }) =>
      set(ctx, await support("Ada", { ...ours, updates: true }), { heldAt: ctx.now() }),
  },
  {
    what: "a held signature that was released",
    isSeen: { partner: true, host: true },
    happens: async (ctx, { support }) => {
      const signed = await support("Ada", { ...ours, updates: true });
      await set(ctx, signed, { heldAt: ctx.now() });
      await set(ctx, signed, { heldAt: null, releasedAt: ctx.now() });
    },
  },
  {
    what: "a struck signature",
    isSeen: { partner: false, host: false },
    happens: async (ctx, { support }) =>
      set(ctx, await support("Ada", { ...ours, updates: true }), { state: "struck", strikeId: ctx.newId() }),
  },
  {
    what: "a struck signature that was given back",
    isSeen: { partner: true, host: true },
    happens: async (ctx, { support }) => {
      const signed = await support("Ada", { ...ours, updates: true });
      await set(ctx, signed, { state: "struck", strikeId: ctx.newId() });
      await set(ctx, signed, { state: "confirmed", strikeId: null });
    },
  },
  {
    what: "a withdrawn signature, whose newsletter goes on",
    isSeen: { partner: false, host: false },
    happens: async (ctx, { support }) => {
      const { token } = await support("Ada", { ...ours, updates: true });
      await withdrawByToken(ctx, token, page);
    },
  },
  {
    what: "somebody who withdrew and signed again with the same yes",
    isSeen: { partner: true, host: false },
    happens: async (ctx, { support }) => {
      const { token } = await support("Ada", ours);
      await withdrawByToken(ctx, token, page);
      await support("Ada", ours);
    },
  },
  {
    what: "somebody who withdrew and signed again without a yes",
    isSeen: { partner: false, host: false },
    happens: async (ctx, { support }) => {
      const { token } = await support("Ada", ours);
      await withdrawByToken(ctx, token, page);
      await support("Ada");
    },
  },
  {
    what: "a yes to the partner that was taken back",
    isSeen: { partner: false, host: true },
    happens: async (ctx, { support }) => {
      const signed = await support("Ada", { ...ours, updates: true });
      ctx.clock.advance(1_000);
      await revokeConsents(ctx, signed, ["partner_sharing"], { source: "withdrawal", ...page });
    },
  },
  {
    what: "yes, no, and yes again by another of the mailed links",
    isSeen: { partner: true, host: false },
    happens: async (ctx, { sign, confirm }) => {
      const first = await sign("Ada", ours);
      const second = await sign("Ada", { partners: [somePartner, otherPartner] });
      await confirm(first);
      ctx.clock.advance(1_000);
      await revokeConsents(ctx, first, ["partner_sharing"], { source: "withdrawal", ...page });
      ctx.clock.advance(1_000);
      await confirm(second);
    },
  },
  {
    what: "the same yes said twice",
    isSeen: { partner: true, host: false },
    happens: async (ctx, { sign, confirm }) => {
      const first = await sign("Ada", ours);
      const second = await sign("Ada", { partners: [somePartner, otherPartner] });
      await confirm(first);
      ctx.clock.advance(1_000);
      await confirm(second);
    },
  },
  {
    what: "a yes and a no at one instant",
    isSeen: { partner: false, host: false },
    happens: async (ctx, { support }) => {
      const signed = await support("Ada", ours);
      await revokeConsents(ctx, signed, ["partner_sharing"], { source: "withdrawal", ...page });
    },
  },
  {
    what: "somebody who unsubscribed",
    isSeen: { partner: true, host: false },
    happens: async (ctx, { support }) => {
      const { campaignId, id } = await support("Ada", { ...ours, updates: true });
      ctx.clock.advance(1_000);
      const token = await issueUnsubscribeLink(ctx, { campaignId, signatureId: id, locale: "en" });
      await unsubscribe(ctx, token, page);
    },
  },
];

test.each(cases)("$what: seen by the partner and by the host as it should be", ({ isSeen, happens }) =>
  withContext(async (ctx) => {
    const petition = await petitionFor(ctx);
    await petition.support("Somebody Else", { ...ours, updates: true });
    await happens(ctx, petition);
    await acceptAgreement(ctx, somePartner);
    const partner = await member(ctx, "wanjiru@example.org", ["owner"], somePartner);
    const host = await member(ctx, "staff@example.org", ["owner"]);
    const namesFor = async (actor: typeof host) =>
      (await listSupporters(ctx, actor, all)).supporters.map(({ name }) => name);
    expect(await namesFor(partner)).toEqual([...(isSeen.partner ? ["A•••"] : []), "S•••"]);
    expect(await namesFor(host)).toEqual([...(isSeen.host ? ["A•••"] : []), "S•••"]);
  })(),
);

test(
  "a list says nothing that tells who somebody is",
  withContext(async (ctx) => {
    const { support } = await petitionFor(ctx);
    const { id } = await support("Wanjirũ Kamau", ours);
    await acceptAgreement(ctx, somePartner);
    const actor = await member(ctx, "owner@example.org", ["owner"], somePartner);
    const listed = await listSupporters(ctx, actor, all);
    expect(listed.supporters).toMatchObject([{ name: "W•••", email: "w•••@•••", country: "KE", source: "sign_form" }]);
    const said = JSON.stringify(listed);
    for (const hidden of ["anjir", "Kamau", "mail.example", id]) expect(said).not.toContain(hidden);
  }),
);

test(
  "without an agreement in its time and newest version a partner sees nobody",
  withContext(async (ctx) => {
    const { support } = await petitionFor(ctx);
    await support("Ada", ours);
    const actor = await member(ctx, "owner@example.org", ["owner"], somePartner);
    const look = () => listSupporters(ctx, actor, all);
    await expect(look()).rejects.toMatchObject({ code: "agreementMissing" });

    const { acceptanceId } = await acceptAgreement(ctx, somePartner);
    expect((await look()).supporters).toHaveLength(1);
    await publishAgreement(ctx, 2);
    await expect(look()).rejects.toMatchObject({ code: "agreementMissing" });

    await ctx.db.update(agreementAcceptances).set({ agreementId: await publishAgreement(ctx, 3) });
    expect((await look()).supporters).toHaveLength(1);
    ctx.clock.advance(366 * 86_400_000);
    await expect(look()).rejects.toMatchObject({ code: "agreementMissing" });
    expect(acceptanceId).toMatch(/^[\da-f-]{36}$/);
  }),
);

test(
  "a long list is read page by page, the newest yes first, nobody twice and nobody left out",
  withContext(async (ctx) => {
    const { support } = await petitionFor(ctx);
    for (let person = 0; person < 53; person++) await support(`${String.fromCodePoint(0x1400 + person)} Nobody`, ours);
    await acceptAgreement(ctx, somePartner);
    const actor = await member(ctx, "owner@example.org", ["owner"], somePartner);
    const first = await listSupporters(ctx, actor, all);
    expect(first).toMatchObject({ total: 53 });
    expect(first.supporters).toHaveLength(50);
    const second = await listSupporters(ctx, actor, supporterFilters.parse({ after: first.next ?? "" }));
    expect(second).toMatchObject({ next: null, total: 53 });
    const names = [...first.supporters, ...second.supporters].map(({ name }) => name);
    expect(names).toEqual(Array.from({ length: 53 }, (_, at) => `${String.fromCodePoint(0x1400 + 52 - at)}•••`));
  }),
);

test(
  "a list is narrowed by campaign, country, language, days and source, and one person is found by their id",
  withContext(async (ctx) => {
    const english = await petitionFor(ctx);
    const spanish = await petitionFor(ctx, "es");
    await english.support("Ada", ours, "KE");
    await spanish.support("Berta", ours, "MX");
    ctx.clock.advance(3 * 86_400_000);
    await english.support("Chen", ours, "ZZ");
    await acceptAgreement(ctx, somePartner);
    const actor = await member(ctx, "owner@example.org", ["owner"], somePartner);
    const found = async (search: Record<string, string>) =>
      (await listSupporters(ctx, actor, supporterFilters.parse(search))).supporters.map(({ name }) => name).join("");
    const chen = (await listSupporters(ctx, actor, all)).supporters[0]?.subjectId ?? "";
    expect(await found({})).toBe("C•••B•••A•••");
    expect(await found({ campaign: english.campaign.id })).toBe("C•••B•••A•••");
    expect(await found({ campaign: ctx.newId() })).toBe("");
    expect(await found({ country: "MX" })).toBe("B•••");
    expect(await found({ country: "ZZ" })).toBe("C•••");
    expect(await found({ locale: "es" })).toBe("B•••");
    expect(await found({ until: "2026-11-23" })).toBe("B•••A•••");
    expect(await found({ from: "2026-11-24", until: "2026-11-26" })).toBe("C•••");
    expect(await found({ source: "sign_form", country: "KE" })).toBe("A•••");
    expect(await found({ supporter: chen })).toBe("C•••");
    // What makes no sense narrows nothing.
    const nonsense = { campaign: "x\0", country: "ke'", locale: "xx", from: "0000-01-01", until: "2026-13-40" };
    expect(await found({ ...nonsense, source: "bought", supporter: "1", after: "9.9" })).toBe("C•••B•••A•••");
  }),
);
