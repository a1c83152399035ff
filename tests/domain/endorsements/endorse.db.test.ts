import { expect, test } from "vitest";
import { confirmEndorsement } from "~/domain/endorsements/confirm-endorsement.server";
import { getEndorsementLink } from "~/domain/endorsements/endorsement-links.server";
import { forgetEndorsements } from "~/domain/endorsements/forget-endorsements.server";
import {
  ENDORSEMENTS_ON_PAGE,
  firstEndorsements,
  readEndorsementSearch,
  searchEndorsements,
} from "~/domain/endorsements/list-public-endorsements.server";
import { decideOnEndorsement, listEndorsements } from "~/domain/endorsements/moderate-endorsements.server";
import { removeEndorsement } from "~/domain/endorsements/remove-endorsement.server";
import {
  ENDORSEMENT_LINK_DAYS,
  ENDORSEMENT_MAILS_PER_DAY,
  ENDORSEMENT_MANAGE_DAYS,
  REJECTED_ENDORSEMENT_DAYS,
  REMOVED_ENDORSEMENT_DAYS,
  UNCONFIRMED_ENDORSEMENT_DAYS,
} from "~/domain/endorsements/retention";
import { requestEndorsementLink } from "~/domain/endorsements/send-endorsement.server";
import { endOutdatedDeliveries } from "~/domain/petition-deliveries/end-deliveries.server";
import { getDelivery } from "~/domain/petition-deliveries/read-deliveries.server";
import { auditLog } from "~db/schema/audit";
import { publicEndorsements } from "~db/schema/endorsements";
import { petitions } from "~db/schema/petitions";
import { withContext } from "../../support/database";
import { member, otherPartner, somePartner } from "../access/people";
import { agree, deliver, textOf } from "../petition-deliveries/delivering";
import { dump, listJobs } from "../signatures/signing";
import { confirmed, lab, listEndorsementRows, mailedTo, openForm } from "./endorsing";

const DAY_MS = 86_400_000;
const search = (query: Record<string, string> = {}) => readEndorsementSearch(new URLSearchParams(query));

test(
  "nothing is public, and the campaign sees nothing, before the mailbox's owner has confirmed and somebody has read it",
  withContext(async (ctx) => {
    const actor = await member(ctx, "staff@example.org", ["editor"]);
    const { campaign, send } = await openForm(ctx);
    await send();
    expect(await listJobs(ctx, "email-confirm-endorsement")).toHaveLength(1);
    expect((await listEndorsements(ctx, actor, { state: "confirmed", page: 1 })).entries).toEqual([]);
    expect(await dump(ctx), "What was entered is sealed.").not.toMatch(/Data Lab|datalab/);

    const { token, id, campaignId } = await mailedTo(ctx);
    expect((await getEndorsementLink(ctx, token, "confirm")).entry).toMatchObject({
      state: "pending",
      content: { name: lab.name, website: lab.website },
      email: lab.email,
    });
    expect((await listEndorsementRows(ctx))[0]?.state, "Looking changes nothing.").toBe("pending");
    expect(await confirmEndorsement(ctx, token)).toBe("confirmed");
    expect(await confirmEndorsement(ctx, token)).toBe("confirmed");
    expect(await listJobs(ctx, "email-endorsement-link")).toHaveLength(1);
    expect((await searchEndorsements(ctx, campaign.id, search())).total).toBe(0);

    const { entries } = await listEndorsements(ctx, actor, { state: "confirmed", page: 1 });
    expect(entries).toMatchObject([{ mailDomain: "datalab.example", content: { name: lab.name } }]);
    expect(await decideOnEndorsement(ctx, actor, { campaignId, id, what: "approve", reason: "" })).toBe("decided");
    const { total, entries: shown } = await searchEndorsements(ctx, campaign.id, search());
    expect(total).toBe(1);
    expect(shown[0]).toMatchObject({ name: lab.name, sentence: lab.sentence, kind: "organization", country: "KE" });
    expect(JSON.stringify(shown)).not.toContain(lab.email);
    expect(await listJobs(ctx, "email-endorsement-decision")).toHaveLength(1);
  }),
);

test(
  "only the right mailbox confirms: a link of another purpose, a strange and an expired one do nothing",
  withContext(async (ctx) => {
    const { send } = await openForm(ctx);
    await send();
    const manage = await mailedTo(ctx, "manage");
    for (const strange of [manage.token, "no-such-token", "", "a\0b"]) {
      await expect(confirmEndorsement(ctx, strange)).rejects.toMatchObject({ code: "tokenNotFound" });
    }
    const { token } = await mailedTo(ctx);
    await expect(removeEndorsement(ctx, token)).rejects.toMatchObject({ code: "tokenNotFound" });
    ctx.clock.advance(ENDORSEMENT_LINK_DAYS * DAY_MS + 1);
    expect(await confirmEndorsement(ctx, token)).toBe("expired");
    expect((await listEndorsementRows(ctx))[0]?.state).toBe("pending");
  }),
);

test(
  "what a mail confirms is what its own form said; the other forms of the mailbox go",
  withContext(async (ctx) => {
    const { send } = await openForm(ctx);
    await send();
    const first = await mailedTo(ctx);
    await send({ name: "Somebody Else", email: "ADA+x@datalab.example" });
    await confirmEndorsement(ctx, first.token);
    const rows = await listEndorsementRows(ctx);
    expect(rows).toMatchObject([{ id: first.id, state: "confirmed" }]);
    expect((await getEndorsementLink(ctx, first.token, "confirm")).entry.content?.name).toBe(lab.name);
  }),
);

test(
  "who stands there already gets the link to their entry and no second one, and a mailbox few mails a day",
  withContext(async (ctx) => {
    const { campaign } = await confirmed(ctx);
    const { send } = await openForm(ctx);
    await send({ name: "Another name" });
    expect(await listEndorsementRows(ctx)).toHaveLength(1);
    expect(await listJobs(ctx, "email-endorsement-link")).toHaveLength(2);
    await requestEndorsementLink(ctx, campaign.id, "nobody@datalab.example");
    expect(await listJobs(ctx, "email-endorsement-link")).toHaveLength(2);

    for (let form = 0; form < ENDORSEMENT_MAILS_PER_DAY + 3; form++) await send({ email: "eve@datalab.example" });
    expect(await listJobs(ctx, "email-confirm-endorsement")).toHaveLength(1 + ENDORSEMENT_MAILS_PER_DAY);
  }),
);

test(
  "of two forms of one mailbox, sent before either was confirmed, the later confirmation finds the first there",
  withContext(async (ctx) => {
    const { send, campaign } = await openForm(ctx);
    await send();
    const first = await mailedTo(ctx);
    await send({ name: "Second" });
    const second = await mailedTo(ctx);
    await confirmEndorsement(ctx, second.token);
    await expect(confirmEndorsement(ctx, first.token)).rejects.toMatchObject({ code: "tokenNotFound" });
    expect((await listEndorsementRows(ctx)).map(({ state }) => state)).toEqual(["confirmed"]);
    expect((await firstEndorsements(ctx, campaign.id)).total).toBe(0);
  }),
);

test(
  "its author removes it with the mailed link, also without a decision, and documents that name it lose their files",
  withContext(async (ctx) => {
    const actor = await member(ctx, "staff@example.org", ["owner"]);
    const { campaign, id } = await confirmed(ctx);
    await decideOnEndorsement(ctx, actor, { campaignId: campaign.id, id, what: "approve", reason: "" });
    const delivery = await deliver(ctx, actor, { campaign: campaign.id });
    expect(await textOf(ctx, delivery, "endorsements.csv")).toContain("Organization,Data Lab Nairobi,,,Privacy is");

    const { token } = await mailedTo(ctx, "manage");
    expect(await removeEndorsement(ctx, token)).toBe("removed");
    expect(await removeEndorsement(ctx, token)).toBe("removed");
    expect(await ctx.db.select().from(publicEndorsements)).toEqual([]);
    expect(await listEndorsementRows(ctx)).toMatchObject([
      { state: "removed", contentSealed: null, emailSealed: null, mailboxHash: null },
    ]);
    expect((await getEndorsementLink(ctx, token, "manage")).entry).toMatchObject({ state: "removed", content: null });
    await endOutdatedDeliveries(ctx, campaign.id);
    expect(await getDelivery(ctx, actor, delivery)).toMatchObject({ state: "ended", endReason: "takenBack" });
    const actions = (await ctx.db.select().from(auditLog)).map(({ action, actor: by }) => [action, by]);
    expect(actions).toContainEqual(["endorsement.remove", "endorser"]);

    // The mailbox may come back as somebody new.
    const { send } = await openForm(ctx);
    await send();
    expect((await listEndorsementRows(ctx)).map(({ state }) => state)).toContain("pending");
  }),
);

test(
  "it is turned down with a reason, hidden, and shown again; deciding twice does it once",
  withContext(async (ctx) => {
    const actor = await member(ctx, "staff@example.org", ["editor"]);
    const { campaign, id } = await confirmed(ctx);
    const decide = (what: "approve" | "reject" | "hide", reason = "") =>
      decideOnEndorsement(ctx, actor, { campaignId: campaign.id, id, what, reason });
    const shown = async () => (await searchEndorsements(ctx, campaign.id, search())).total;

    expect(await decide("hide")).toBe("outdated");
    expect(await decide("approve")).toBe("decided");
    expect(await decide("approve")).toBe("decided");
    expect(await decide("reject", "Too late")).toBe("outdated");
    expect(await shown()).toBe(1);
    expect(await decide("hide", "We are asking back.")).toBe("decided");
    expect(await shown()).toBe(0);
    const { token } = await mailedTo(ctx, "manage");
    expect((await getEndorsementLink(ctx, token, "manage")).entry).toMatchObject({
      state: "hidden",
      reason: "We are asking back.",
    });
    expect(await decide("approve")).toBe("decided");
    expect(await shown()).toBe(1);

    const other = await confirmed(ctx, { email: "eve@datalab.example" });
    const reject = { campaignId: campaign.id, id: other.id, what: "reject" as const, reason: "Not yours to say." };
    expect(await decideOnEndorsement(ctx, actor, reject)).toBe("decided");
    expect(await shown()).toBe(1);
    const actions = (await ctx.db.select().from(auditLog)).map(({ action }) => action);
    expect(actions.sort()).toEqual([
      "endorsement.approve",
      "endorsement.approve",
      "endorsement.hide",
      "endorsement.reject",
    ]);
    expect(await dump(ctx)).not.toContain("Not yours to say.");
  }),
);

test(
  "a partner reads and decides on its own campaigns alone, and only with the agreement about data",
  withContext(async (ctx) => {
    const owner = await member(ctx, "owner@example.org", ["owner"], somePartner);
    const stranger = await member(ctx, "stranger@example.org", ["owner"], otherPartner);
    const { campaign, id } = await confirmed(ctx);
    await expect(listEndorsements(ctx, owner, { state: "confirmed", page: 1 })).rejects.toMatchObject({
      code: "agreementMissing",
    });
    await agree(ctx, owner);
    await agree(ctx, stranger);
    expect((await listEndorsements(ctx, owner, { state: "confirmed", page: 1 })).entries).toEqual([]);
    const decision = { campaignId: campaign.id, id, what: "approve" as const, reason: "" };
    await expect(decideOnEndorsement(ctx, stranger, decision)).rejects.toMatchObject({ code: "notFound" });
    await expect(decideOnEndorsement(ctx, owner, decision)).rejects.toMatchObject({ code: "notFound" });
  }),
);

test(
  "the list is searched in any spelling, filtered by kind and country, and comes in pages",
  withContext(async (ctx) => {
    const actor = await member(ctx, "staff@example.org", ["editor"]);
    const people = [
      { kind: "researcher", name: "Zoë Müller", affiliation: "Université de Genève", country: "CH" },
      { kind: "technologist", name: "محمد علي", affiliation: "100% Privacy", country: "EG" },
      ...Array.from({ length: ENDORSEMENTS_ON_PAGE }, (_, n) => ({ name: `Lab ${n}`, email: `n${n}@datalab.example` })),
    ];
    const { campaign } = await openForm(ctx);
    for (const [n, fields] of people.entries()) {
      const { id } = await confirmed(ctx, { email: `p${n}@datalab.example`, ...fields });
      ctx.clock.advance(1_000);
      await decideOnEndorsement(ctx, actor, { campaignId: campaign.id, id, what: "approve", reason: "" });
    }
    const names = async (query: Record<string, string>) =>
      (await searchEndorsements(ctx, campaign.id, search(query))).entries.map(({ name }) => name);
    expect(await names({ q: "zoe muller" })).toEqual(["Zoë Müller"]);
    expect(await names({ q: "GENEVE" })).toEqual(["Zoë Müller"]);
    expect(await names({ q: "محمد" })).toEqual(["محمد علي"]);
    expect(await names({ q: "100%" })).toEqual(["محمد علي"]);
    expect(await names({ q: "%" })).toEqual(["محمد علي"]);
    expect(await names({ kind: "researcher" })).toEqual(["Zoë Müller"]);
    expect(await names({ country: "eg" })).toEqual(["محمد علي"]);
    expect(await names({ kind: "researcher", country: "EG" })).toEqual([]);
    const all = await searchEndorsements(ctx, campaign.id, search({ page: "2" }));
    expect(all).toMatchObject({ total: people.length, pages: 2, page: 2 });
    expect(all.entries).toHaveLength(2);
    expect(all.countries.sort()).toEqual(["CH", "EG", "KE"]);
    for (const odd of ["0", "-1", "x", "1e9", "99"]) {
      expect((await searchEndorsements(ctx, campaign.id, search({ page: odd }))).entries.length).toBeGreaterThan(0);
    }
    expect((await names({ q: "a\0b' or 1=1 --", kind: "x", country: "' or" })).length).toBe(0);
    const first = await firstEndorsements(ctx, campaign.id);
    expect(first.total).toBe(people.length);
    expect(first.entries[0]?.name, "The newest first.").toBe(`Lab ${ENDORSEMENTS_ON_PAGE - 1}`);
  }),
);

test(
  "each is deleted after its time: unconfirmed, turned down, removed, and all of them a year after the petition has closed",
  withContext(async (ctx) => {
    const actor = await member(ctx, "staff@example.org", ["editor"]);
    const { campaign, send } = await openForm(ctx);
    const states = async () => (await listEndorsementRows(ctx)).map(({ state }) => state).sort();
    const kept = await confirmed(ctx, { email: "kept@datalab.example" });
    await decideOnEndorsement(ctx, actor, { campaignId: campaign.id, id: kept.id, what: "approve", reason: "" });
    const gone = await confirmed(ctx, { email: "gone@datalab.example" });
    await decideOnEndorsement(ctx, actor, { campaignId: campaign.id, id: gone.id, what: "reject", reason: "No." });
    await confirmed(ctx, { email: "removed@datalab.example" });
    await removeEndorsement(ctx, (await mailedTo(ctx, "manage")).token);
    await send({ email: "pending@datalab.example" });

    await forgetEndorsements(ctx);
    expect(await states()).toEqual(["approved", "pending", "rejected", "removed"]);
    ctx.clock.advance(UNCONFIRMED_ENDORSEMENT_DAYS * DAY_MS + 1);
    await forgetEndorsements(ctx);
    expect(await states()).toEqual(["approved", "rejected", "removed"]);
    ctx.clock.advance((REMOVED_ENDORSEMENT_DAYS - UNCONFIRMED_ENDORSEMENT_DAYS) * DAY_MS);
    await forgetEndorsements(ctx);
    expect(await states()).toEqual(["approved", "rejected"]);
    ctx.clock.advance(Math.max(REJECTED_ENDORSEMENT_DAYS, ENDORSEMENT_MANAGE_DAYS) * DAY_MS);
    await forgetEndorsements(ctx);
    expect(await states()).toEqual(["approved"]);
    await ctx.db.update(petitions).set({ closesAt: ctx.now() });
    ctx.clock.advance(365 * DAY_MS + 1);
    await forgetEndorsements(ctx);
    expect(await states()).toEqual([]);
    expect(await ctx.db.select().from(publicEndorsements)).toEqual([]);
  }),
);
