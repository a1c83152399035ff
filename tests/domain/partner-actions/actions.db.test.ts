import { desc, eq, like } from "drizzle-orm";
import { expect, test } from "vitest";
import type { PortalActor } from "~/domain/access/portal-actor";
import { DomainError } from "~/domain/errors";
import { saveActionText, takeActionTextStep } from "~/domain/partner-actions/action-texts.server";
import { getActionsDesk } from "~/domain/partner-actions/actions-desk.server";
import { changeAction, checkLinkAgain, moveAction, retireAction } from "~/domain/partner-actions/change-action.server";
import { moveRule, removeRule, saveRule } from "~/domain/partner-actions/change-rules.server";
import { createAction, type NewAction } from "~/domain/partner-actions/create-action.server";
import type { LinkAnswer } from "~/domain/partner-actions/link-checker";
import { recheckLinks } from "~/domain/partner-actions/link-checks.server";
import { getRoutingDesk, testRouting } from "~/domain/partner-actions/routing-desk.server";
import { routeSigner } from "~/domain/routing/route-signer.server";
import { approveCampaign, planForHost } from "~/domain/workshop/approvals.server";
import { askHost } from "~/domain/workshop/ask-host.server";
import { getOwnCampaign } from "~/domain/workshop/own-campaign.server";
import { publishCampaign } from "~/domain/workshop/publish-campaign.server";
import { checkActionLink } from "~/jobs/check-action-link.server";
import { auditLog } from "~db/schema/audit";
import { linkChecks } from "~db/schema/link-checks";
import { outbox } from "~db/schema/outbox";
import { type TestContext, withContext } from "../../support/database";
import { workerContext } from "../petition-deliveries/delivering";
import { beginFilled, campaigners, hostMustApprove, slug, step } from "../workshop/campaigners";

const link = "https://soko.example.org/andika";

/** A new action, in Swahili unless told otherwise. */
function action(ctx: TestContext, change: Partial<NewAction> = {}): NewAction {
  return {
    ...{ id: ctx.newId(), partner: "", locale: "sw", kind: "email_target", link, countries: [], isWorldwide: false },
    ...{ title: "Andika kwa kaunti", summary: "Kaunti huamua.", body: "Iombe izime kamera.", cta: "Andika" },
    ...{ startsAt: null, endsAt: null },
    ...change,
  };
}

const rule = (ctx: TestContext, places: string[], actions: string[], withUsual = true) => ({
  seen: "",
  planned: { id: ctx.newId(), places, actions, withUsual },
});

/** A campaign that is public without the host's yes. */
async function publicCampaign(ctx: TestContext, amina: PortalActor, bahati: PortalActor) {
  await hostMustApprove(ctx, false);
  await beginFilled(ctx, amina);
  await step(ctx, amina, "en", { step: "submit" });
  await step(ctx, bahati, "en", { step: "approve" });
  await publishCampaign(ctx, amina, slug, { at: null });
}

async function addAction(ctx: TestContext, amina: PortalActor, bahati: PortalActor, change: Partial<NewAction> = {}) {
  const input = action(ctx, change);
  await createAction(ctx, amina, slug, input);
  const text = { locale: input.locale, number: 1 };
  await takeActionTextStep(ctx, amina, slug, input.id, { step: "submit", ...text });
  await takeActionTextStep(ctx, bahati, slug, input.id, { step: "approve", ...text });
  return { id: input.id, key: `${slug}-${input.id.slice(-12)}` };
}

/** Titles of the campaign's own actions that a signer is shown. */
async function shown(ctx: TestContext, actor: PortalActor, country: string, locale = "sw") {
  const { id } = await getOwnCampaign(ctx, actor, "campaigns.read", slug);
  const { actions } = await routeSigner(ctx, { campaignId: id, country, locale });
  return actions.flatMap((one) => (one.kind === "partner_actions" ? one.items : [])).map(({ title }) => title);
}

test(
  "a partner adds an action in Swahili, routes two countries to it, and signers there see it first",
  withContext(async (ctx) => {
    const { amina, bahati, sam } = await campaigners(ctx);
    await publicCampaign(ctx, amina, bahati);
    const input = action(ctx);
    await expect(createAction(ctx, sam, slug, input)).rejects.toEqual(new DomainError("notFound"));
    expect(await createAction(ctx, amina, slug, input)).toEqual({ outcome: "created", id: input.id });
    expect(await createAction(ctx, amina, slug, input)).toEqual({ outcome: "created", id: input.id });
    const key = `${slug}-${input.id.slice(-12)}`;
    const made = rule(ctx, ["KE", "TZ"], [key]);
    expect(await saveRule(ctx, amina, slug, made)).toBe("saved");
    expect(await saveRule(ctx, amina, slug, made)).toBe("unchanged");
    expect(await shown(ctx, amina, "KE")).not.toContain(input.title);

    const text = { locale: "sw", number: 1 };
    expect(await takeActionTextStep(ctx, amina, slug, input.id, { step: "submit", ...text })).toBe("done");
    expect(await takeActionTextStep(ctx, amina, slug, input.id, { step: "approve", ...text })).toBe("ownText");
    expect(await takeActionTextStep(ctx, bahati, slug, input.id, { step: "approve", ...text })).toBe("done");
    expect((await shown(ctx, amina, "KE"))[0]).toBe(input.title);
    expect((await shown(ctx, amina, "TZ"))[0]).toBe(input.title);
    expect(await shown(ctx, amina, "UG")).not.toContain(input.title);
    // In another language they see it in the one that it has.
    expect((await shown(ctx, amina, "KE", "fr"))[0]).toBe(input.title);

    expect(await retireAction(ctx, amina, slug, input.id, true)).toBe("saved");
    expect(await shown(ctx, amina, "KE")).not.toContain(input.title);
    const deeds = await ctx.db.select().from(auditLog).where(like(auditLog.action, "action.%"));
    expect(deeds.map((one) => one.action)).toEqual(["action.create", "action.retire"]);
  }),
);

test(
  "where the host has asked for it, neither action nor rule nor text is public before its yes",
  withContext(async (ctx) => {
    const { amina, bahati, hana } = await campaigners(ctx);
    await beginFilled(ctx, amina);
    const first = await addAction(ctx, amina, bahati);
    await saveRule(ctx, amina, slug, rule(ctx, ["KE"], [first.key]));
    const ask = { note: null, publishAt: null };
    const seen = async () =>
      (await planForHost(ctx, await getOwnCampaign(ctx, hana, "campaigns.read", slug))).fingerprint;
    await askHost(ctx, amina, slug, ask);
    const looked = await seen();
    await moveRule(ctx, amina, slug, ctx.newId(), 1);
    const late = rule(ctx, ["UG"], [first.key]);
    await saveRule(ctx, amina, slug, late);
    expect(await approveCampaign(ctx, hana, slug, looked)).toEqual({ outcome: "changed" });
    await removeRule(ctx, amina, slug, late.planned.id);
    expect(await approveCampaign(ctx, hana, slug, await seen())).toEqual({ outcome: "public" });
    expect((await shown(ctx, amina, "KE"))[0]).toBe("Andika kwa kaunti");

    // Later everything waits again, and what stands stays.
    const second = action(ctx, { title: "Njoo mkutanoni" });
    await createAction(ctx, amina, slug, second);
    const key = `${slug}-${second.id.slice(-12)}`;
    const text = { locale: "sw", number: 1 };
    await takeActionTextStep(ctx, amina, slug, second.id, { step: "submit", ...text });
    expect(await takeActionTextStep(ctx, bahati, slug, second.id, { step: "approve", ...text })).toBe("mustAsk");
    expect(await saveRule(ctx, amina, slug, rule(ctx, ["RW"], [key]))).toBe("proposed");
    expect(await retireAction(ctx, amina, slug, first.id, true)).toBe("proposed");
    expect(await shown(ctx, amina, "RW")).not.toContain("Njoo mkutanoni");
    expect((await shown(ctx, amina, "KE"))[0]).toBe("Andika kwa kaunti");
    const desk = await getActionsDesk(ctx, amina, slug, "en");
    expect(desk.actions.map(({ state }) => state)).toEqual(["retired", "waits"]);
    const planned = { country: "RW", subdivision: null, locale: "sw", view: "planned" as const };
    expect((await testRouting(ctx, desk, planned)).actions[0]).toMatchObject({ title: "Njoo mkutanoni" });

    // What the host's people change is in force at once, and what waits goes on waiting.
    expect(await saveRule(ctx, hana, slug, rule(ctx, ["BI"], [first.key]))).toBe("saved");
    expect((await shown(ctx, amina, "BI"))[0]).toBe("Andika kwa kaunti");
    expect(await shown(ctx, amina, "RW")).not.toContain("Njoo mkutanoni");

    expect(await askHost(ctx, amina, slug, ask)).toEqual({ outcome: "asked" });
    expect(await approveCampaign(ctx, hana, slug, await seen())).toEqual({ outcome: "changes" });
    expect((await shown(ctx, amina, "RW"))[0]).toBe("Njoo mkutanoni");
    expect(await shown(ctx, amina, "KE")).not.toContain("Andika kwa kaunti");
    expect(await askHost(ctx, amina, slug, ask)).toEqual({ outcome: "nothing" });
  }),
);

test(
  "of two who change the same action the second is told, and who changes another is not disturbed",
  withContext(async (ctx) => {
    const { amina, bahati } = await campaigners(ctx);
    await publicCampaign(ctx, amina, bahati);
    const [one, other] = [await addAction(ctx, amina, bahati), await addAction(ctx, amina, bahati, { title: "B" })];
    const { actions } = await getActionsDesk(ctx, amina, slug, "en");
    const seenOf = (id: string) => actions.find((line) => line.action.id === id)?.seen ?? "";
    const facts = { kind: "petition" as const, link, startsAt: null, endsAt: null, countries: [], isWorldwide: true };
    const change = (actor: PortalActor, id: string, countries: string[]) =>
      changeAction(ctx, actor, slug, id, { seen: seenOf(id), facts: { ...facts, countries } });
    expect(await change(amina, one.id, ["KE"])).toBe("saved");
    expect(await change(bahati, other.id, ["UG"])).toBe("saved");
    expect(await change(bahati, one.id, ["TZ"])).toBe("outdated");
    expect(await moveAction(ctx, amina, slug, other.id, -1)).toBe("saved");
    expect((await getActionsDesk(ctx, amina, slug, "en")).actions.map(({ title }) => title)).toEqual([
      "B",
      "Andika kwa kaunti",
    ]);

    const draft = { title: "Write", summary: "S", body: "B", cta: "C" };
    const english = { locale: "en", fields: draft, basedOn: null, sourceNumber: 1 };
    expect(await saveActionText(ctx, amina, slug, one.id, english)).toBe("saved");
    const changed = { ...english, fields: { ...draft, title: "Another" } };
    expect(await saveActionText(ctx, bahati, slug, one.id, changed)).toBe("outdated");
  }),
);

test(
  "rules are asked from top to bottom, everybody else last, and what is odd about them is said",
  withContext(async (ctx) => {
    const { amina, bahati } = await campaigners(ctx);
    await publicCampaign(ctx, amina, bahati);
    const everywhere = await addAction(ctx, amina, bahati, { title: "Dunia" });
    const kenya = await addAction(ctx, amina, bahati, { title: "Kenya", endsAt: "2030-01-01T00:00:00.000Z" });
    expect(await saveRule(ctx, amina, slug, rule(ctx, ["XX"], [kenya.key]))).toBe("placeUnknown");
    expect(await saveRule(ctx, amina, slug, rule(ctx, ["KE"], ["elsewhere"]))).toBe("actionUnknown");
    await saveRule(ctx, amina, slug, rule(ctx, [], [everywhere.key]));
    expect(await saveRule(ctx, amina, slug, rule(ctx, [], [kenya.key]))).toBe("everybodyTwice");
    // Eastern Africa, and then a country of it.
    await saveRule(ctx, amina, slug, rule(ctx, ["014"], [kenya.key], false));
    const never = rule(ctx, ["KE"], [everywhere.key]);
    await saveRule(ctx, amina, slug, never);
    await saveRule(ctx, amina, slug, rule(ctx, ["US-CA", "TZ"], [everywhere.key]));

    const routing = await getRoutingDesk(ctx, amina, slug, "en");
    expect(routing.rules.map(({ rule: { places }, taken }) => [places, taken])).toEqual([
      [["014"], null],
      [["KE"], "never"],
      [["US-CA", "TZ"], ["TZ"]],
      [[], null],
    ]);
    expect(routing.untranslated).toContainEqual({ slug: kenya.key, title: "Kenya", wanted: "en", shown: "sw" });
    const ask = { subdivision: null, locale: "sw", view: "public" as const };
    const inKenya = await testRouting(ctx, routing.desk, { ...ask, country: "KE" });
    expect(inKenya.steps).toMatchObject([{ isOfCampaign: true, fitsBy: "014", unmet: [] }]);
    expect(inKenya.actions.map((one) => ("title" in one ? one.title : one.kind))).toEqual(["Kenya", "share", "learn"]);
    expect(routing.results.find(({ country }) => country === "KE")?.actions).toEqual(inKenya.actions);
    const inCalifornia = await testRouting(ctx, routing.desk, { ...ask, country: "US", subdivision: "US-CA" });
    expect(inCalifornia.steps.at(-1)).toMatchObject({ fitsBy: "US-CA" });
    expect(inCalifornia.usualKey).toBe("us-state");
    const kinds = (actions: { kind: string }[]) => actions.map(({ kind }) => kind);
    expect(kinds(inCalifornia.actions).slice(0, 2)).toEqual(["partner_action", "us_lawmaker_contact"]);
    const inFrance = await testRouting(ctx, routing.desk, { ...ask, country: "FR" });
    expect(inFrance.steps.map(({ unmet }) => unmet)).toEqual([["place"], ["place"], ["place"], []]);

    await moveRule(ctx, amina, slug, never.planned.id, -1);
    const after = await testRouting(ctx, (await getRoutingDesk(ctx, amina, slug, "en")).desk, {
      ...ask,
      country: "KE",
    });
    expect(after.actions[0]).toMatchObject({ title: "Dunia" });
    expect(await removeRule(ctx, amina, slug, never.planned.id)).toBe("saved");
    expect(await removeRule(ctx, amina, slug, never.planned.id)).toBe("unchanged");
  }),
);

test(
  "a link is looked at after it was saved, when somebody asks, and now and then, never in a hurry",
  withContext(async (ctx) => {
    const { amina, bahati } = await campaigners(ctx);
    await publicCampaign(ctx, amina, bahati);
    const { id } = await addAction(ctx, amina, bahati);
    const stateOf = async () => (await getActionsDesk(ctx, amina, slug, "en")).actions[0]?.link;
    expect(await stateOf()).toMatchObject({ state: "unchecked" });
    expect(await jobsOfLinks(ctx)).toHaveLength(1);
    await run(ctx, { state: "dead", fault: "notFound", status: 404 });
    expect(await stateOf()).toMatchObject({ state: "dead", fault: "notFound", checkedAt: ctx.now() });

    await checkLinkAgain(ctx, amina, slug, id);
    expect(await jobsOfLinks(ctx)).toHaveLength(1);
    ctx.clock.advance(61_000);
    await checkLinkAgain(ctx, amina, slug, id);
    expect(await jobsOfLinks(ctx)).toHaveLength(2);
    await run(ctx, { state: "works", status: 200 });
    expect(await stateOf()).toMatchObject({ state: "works", fault: null });

    await recheckLinks(ctx);
    expect(await jobsOfLinks(ctx)).toHaveLength(2);
    ctx.clock.advance(8 * 86_400_000);
    await recheckLinks(ctx);
    await recheckLinks(ctx);
    expect(await jobsOfLinks(ctx)).toHaveLength(3);
    await retireAction(ctx, amina, slug, id, true);
    ctx.clock.advance(8 * 86_400_000);
    await recheckLinks(ctx);
    expect(await jobsOfLinks(ctx)).toHaveLength(3);
  }),
);

function jobsOfLinks(ctx: TestContext) {
  return ctx.db.select().from(outbox).where(eq(outbox.name, "check-action-link"));
}

/** Does the newest check as the worker does, with what it would see. */
async function run(ctx: TestContext, answer: LinkAnswer) {
  const [row] = await ctx.db.select().from(linkChecks).where(eq(linkChecks.url, link)).limit(1);
  const [job] = await ctx.db.select().from(outbox).where(eq(outbox.name, "check-action-link")).orderBy(desc(outbox.id));
  expect(job?.payload).toEqual({ linkId: row?.id });
  const asked: string[] = [];
  const links = {
    check: async (url: string) => {
      asked.push(url);
      return answer;
    },
  };
  await checkActionLink({ ...workerContext(ctx), links }, { linkId: row?.id ?? "" });
  expect(asked).toEqual([link]);
}
