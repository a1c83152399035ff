import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { PortalActor } from "~/domain/access/portal-actor";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { isOpen } from "~/domain/campaigns/is-open";
import { listCampaigns } from "~/domain/campaigns/list-campaigns.server";
import { changeAddress } from "~/domain/content/change-address.server";
import { listPublicPages } from "~/domain/content/list-public-pages.server";
import { publish } from "~/domain/content/publish.server";
import { DomainError } from "~/domain/errors";
import { getSigningFacts } from "~/domain/signatures/signing-facts.server";
import { approveCampaign, listOpenApprovals, planForHost, sendCampaignBack } from "~/domain/workshop/approvals.server";
import { askHost, withdrawRequest } from "~/domain/workshop/ask-host.server";
import { changeFacts } from "~/domain/workshop/change-facts.server";
import { changeState } from "~/domain/workshop/change-state.server";
import { createCampaign } from "~/domain/workshop/create-campaign.server";
import { listCampaignVersions } from "~/domain/workshop/list-versions.server";
import { getOwnCampaign } from "~/domain/workshop/own-campaign.server";
import { publishCampaign, unschedule } from "~/domain/workshop/publish-campaign.server";
import { publishDueCampaigns } from "~/domain/workshop/publish-due.server";
import { restoreText, undoText } from "~/domain/workshop/text-steps.server";
import { auditLog } from "~db/schema/audit";
import { partners } from "~db/schema/partners";
import { searchDocuments } from "~db/schema/search";
import { type TestContext, withContext } from "../../support/database";
import { somePartner } from "../access/people";
import { beginFilled, campaigners, hostMustApprove, slug, step, write } from "./campaigners";

const now = { at: null };
const notPublic = new DomainError("campaignNotFound");

async function stateOf(ctx: TestContext, actor: PortalActor) {
  return (await getOwnCampaign(ctx, actor, "campaigns.read", slug)).state;
}

/** What the host's people see when they decide. */
async function seen(ctx: TestContext, actor: PortalActor) {
  return (await planForHost(ctx, await getOwnCampaign(ctx, actor, "campaigns.read", slug))).fingerprint;
}

/** Everything that shows a campaign to the public, or hides it. */
async function shownTo(ctx: TestContext) {
  const listed = (await listCampaigns(ctx, "en")).some((one) => one.slug === slug);
  const inSitemap = (await listPublicPages(ctx)).some(({ kind, key }) => kind === "campaign" && key === slug);
  const found = await ctx.db.select().from(searchDocuments).where(eq(searchDocuments.key, slug));
  const page = await getCampaign(ctx, slug, "en").then(
    () => true,
    () => false,
  );
  return { listed, inSitemap, found: found.length > 0, page };
}

const everywhere = { listed: true, inSitemap: true, found: true, page: true };
const nowhere = { listed: false, inSitemap: false, found: false, page: false };

test(
  "without the host's yes, two people of the partner bring a campaign out, and everything public shows it",
  withContext(async (ctx) => {
    const { amina, bahati, tatu, sam } = await campaigners(ctx);
    await hostMustApprove(ctx, false);
    await createCampaign(ctx, amina, { slug, locale: "en", title: "A title", template: "company" });
    expect(await publishCampaign(ctx, amina, slug, now)).toEqual({ outcome: "blocked", blockers: ["sourceDraft"] });
    await step(ctx, amina, "en", { step: "submit" });
    expect(await publishCampaign(ctx, amina, slug, now)).toEqual({ outcome: "blocked", blockers: ["sourceInReview"] });
    await step(ctx, bahati, "en", { step: "approve" });
    expect(await publishCampaign(ctx, amina, slug, now)).toEqual({ outcome: "blocked", blockers: ["brackets"] });

    await write(ctx, amina, "en", {
      "petition.addressedTo": "Soko Ltd",
      "petition.summary": "Switch the cameras off.",
      "petition.statement": ["Cameras watch every stall."],
      "petition.demands": ["Switch them off."],
      "petition.share.message": "{{url}}",
      "petition.share.emailBody": "{{url}}",
      "campaign.seo.description": "Switch the cameras off.",
    });
    await step(ctx, amina, "en", { step: "submit" });
    await step(ctx, bahati, "en", { step: "approve" });
    await expect(publishCampaign(ctx, tatu, slug, now)).rejects.toEqual(new DomainError("notAllowed"));
    await expect(publishCampaign(ctx, sam, slug, now)).rejects.toEqual(new DomainError("notFound"));
    expect(await shownTo(ctx)).toEqual(nowhere);

    expect(await publishCampaign(ctx, amina, slug, now)).toEqual({ outcome: "public" });
    expect(await shownTo(ctx)).toEqual(everywhere);
    const campaign = await getCampaign(ctx, slug, "en");
    expect(campaign.petitionContent.addressedTo).toBe("Soko Ltd");
    expect(isOpen(campaign.petition, ctx.now())).toBe(true);
    const { partners: boxes } = await getSigningFacts(ctx, slug, "en");
    expect(boxes.map((one) => one.slug)).toEqual([somePartner]);
    expect(await publishCampaign(ctx, amina, slug, now)).toEqual({ outcome: "nothing" });
    const [audited] = await ctx.db.select().from(auditLog).orderBy(desc(auditLog.position)).limit(1);
    expect(audited).toMatchObject({ actor: amina.name, action: "campaign.publish", campaignId: campaign.id });
  }),
);

test(
  "nothing of a partner that needs the host's yes becomes public before it, by no way",
  withContext(async (ctx) => {
    const { amina, bahati, hana, sam } = await campaigners(ctx);
    await beginFilled(ctx, amina);
    await step(ctx, amina, "en", { step: "submit" });
    await step(ctx, bahati, "en", { step: "approve" });
    const name = { kind: "petition", key: slug, locale: "en", number: 1 };
    expect(await publish(ctx, bahati, name)).toEqual({ outcome: "notAllowed", why: "approval" });
    expect(await publishCampaign(ctx, bahati, slug, now)).toEqual({ outcome: "mustAsk" });
    await expect(approveCampaign(ctx, bahati, slug, await seen(ctx, bahati))).rejects.toEqual(
      new DomainError("notAllowed"),
    );
    expect(await approveCampaign(ctx, hana, slug, await seen(ctx, hana))).toEqual({ outcome: "nothing" });
    await expect(listOpenApprovals(ctx, bahati)).rejects.toEqual(new DomainError("notAllowed"));
    await expect(askHost(ctx, sam, slug, { note: null, publishAt: null })).rejects.toEqual(new DomainError("notFound"));

    expect(await askHost(ctx, bahati, slug, { note: "Please look.", publishAt: null })).toEqual({ outcome: "asked" });
    expect(await askHost(ctx, amina, slug, { note: null, publishAt: null })).toEqual({ outcome: "already" });
    expect(await stateOf(ctx, amina)).toBe("waiting");
    expect(await listOpenApprovals(ctx, hana)).toMatchObject([{ slug, note: "Please look.", isFirst: true }]);

    // What is changed after the host looked is not what the host says yes to.
    const looked = await seen(ctx, hana);
    const { factsVersion } = await getOwnCampaign(ctx, amina, "campaigns.read", slug);
    await changeFacts(ctx, amina, slug, { basedOn: factsVersion, change: { goal: 3 } });
    expect(await approveCampaign(ctx, hana, slug, looked)).toEqual({ outcome: "changed" });
    await write(ctx, amina, "en", { "petition.title": "Something else altogether" });
    const before = await seen(ctx, hana);
    await step(ctx, amina, "en", { step: "submit" });
    expect(await approveCampaign(ctx, hana, slug, before)).toEqual({ outcome: "changed" });
    expect(await shownTo(ctx)).toEqual(nowhere);

    expect(await approveCampaign(ctx, hana, slug, await seen(ctx, hana))).toEqual({ outcome: "public" });
    expect(await shownTo(ctx)).toEqual(everywhere);
    expect((await getCampaign(ctx, slug, "en")).petitionContent.title).toBe("Something else altogether");

    // Later changes wait again: texts, facts, address, and going back to an earlier text.
    await write(ctx, amina, "en", { "petition.title": "A third title" });
    await step(ctx, amina, "en", { step: "submit" });
    await step(ctx, bahati, "en", { step: "approve" });
    expect(await publishCampaign(ctx, bahati, slug, now)).toEqual({ outcome: "mustAsk" });
    expect(await undoText(ctx, bahati, slug, { kind: "petition", locale: "en", to: 1 })).toBe("approval");
    const address = { kind: "campaign", key: slug, locale: "en", slug: "other-address" };
    expect(await changeAddress(ctx, bahati, address)).toEqual({ outcome: "notAllowed", why: "approval" });
    const version = (await getOwnCampaign(ctx, amina, "campaigns.read", slug)).factsVersion;
    await changeFacts(ctx, amina, slug, { basedOn: version, change: { shortName: "Not us" } });
    expect(await getCampaign(ctx, slug, "en")).toMatchObject({
      branding: { shortName: null },
      petitionContent: { title: "Something else altogether" },
    });

    expect(await askHost(ctx, amina, slug, { note: null, publishAt: null })).toEqual({ outcome: "asked" });
    expect(await listOpenApprovals(ctx, hana)).toMatchObject([{ slug, isFirst: false }]);
    expect(await approveCampaign(ctx, hana, slug, await seen(ctx, hana))).toEqual({ outcome: "changes" });
    expect(await getCampaign(ctx, slug, "en")).toMatchObject({
      branding: { shortName: "Not us" },
      petitionContent: { title: "A third title" },
    });
    expect(await askHost(ctx, amina, slug, { note: null, publishAt: null })).toEqual({ outcome: "nothing" });
  }),
);

test(
  "the host sends a campaign back with a reason, and its people go on and ask again",
  withContext(async (ctx) => {
    const { amina, hana, hugo } = await campaigners(ctx);
    await beginFilled(ctx, amina);
    await askHost(ctx, amina, slug, { note: null, publishAt: null });
    await expect(sendCampaignBack(ctx, amina, slug, "No")).rejects.toEqual(new DomainError("notAllowed"));
    expect(await sendCampaignBack(ctx, hana, slug, "Name your source.")).toBe("done");
    expect(await sendCampaignBack(ctx, hana, slug, "Again.")).toBe("nothing");
    ctx.clock.advance(60_000);
    expect(await stateOf(ctx, amina)).toBe("sentBack");
    const { approval } = await getOwnCampaign(ctx, amina, "campaigns.read", slug);
    expect(approval).toMatchObject({ decision: "sent_back", reason: "Name your source." });

    await write(ctx, amina, "en", { "petition.summary": "As the market’s owner told us, cameras run." });
    await askHost(ctx, amina, slug, { note: null, publishAt: null });
    expect(await withdrawRequest(ctx, amina, slug)).toBe("done");
    expect(await withdrawRequest(ctx, amina, slug)).toBe("nothing");
    ctx.clock.advance(60_000);
    await askHost(ctx, amina, slug, { note: null, publishAt: null });

    // Whoever of the host wrote a text does not say yes to it.
    await write(ctx, hana, "en", { "petition.summary": "A better sentence, by the host." });
    await step(ctx, hana, "en", { step: "submit" });
    expect(await approveCampaign(ctx, hana, slug, await seen(ctx, hana))).toEqual({ outcome: "ownText" });
    expect(await stateOf(ctx, amina)).toBe("waiting");
    expect(await approveCampaign(ctx, hugo, slug, await seen(ctx, hugo))).toEqual({ outcome: "public" });
    const deeds = await ctx.db.select().from(auditLog).orderBy(auditLog.position);
    const ofCampaign = deeds.map(({ action }) => action).filter((action) => action.startsWith("campaign."));
    expect(ofCampaign).toEqual(
      ["create", "ask", "send-back", "ask", "withdraw-request", "ask", "approve"].map((deed) => `campaign.${deed}`),
    );
  }),
);

test(
  "a campaign becomes public by itself at its moment, and only if it may then",
  withContext(async (ctx) => {
    const { amina, bahati, hana } = await campaigners(ctx);
    await beginFilled(ctx, amina);
    const at = new Date("2026-12-01T06:00:00Z");
    await askHost(ctx, amina, slug, { note: null, publishAt: at });
    ctx.clock.set("2026-12-02T00:00:00Z");
    // Its moment came, but the host has not said yes.
    expect(await publishDueCampaigns(ctx)).toBe(0);
    ctx.clock.set("2026-11-30T00:00:00Z");
    expect(await approveCampaign(ctx, hana, slug, await seen(ctx, hana))).toEqual({ outcome: "scheduled" });
    expect(await stateOf(ctx, amina)).toBe("scheduled");
    expect(await shownTo(ctx)).toEqual(nowhere);
    // What the host said yes to is what comes out: changes wait.
    const { factsVersion } = await getOwnCampaign(ctx, amina, "campaigns.read", slug);
    expect(await changeFacts(ctx, amina, slug, { basedOn: factsVersion, change: { goal: 9 } })).toMatchObject({
      outcome: "proposed",
    });

    expect(await publishDueCampaigns(ctx)).toBe(0);
    ctx.clock.set("2026-12-01T06:00:01Z");
    await ctx.db.update(partners).set({ status: "paused" }).where(eq(partners.slug, somePartner));
    expect(await publishDueCampaigns(ctx)).toBe(0);
    expect(await publishCampaign(ctx, bahati, slug, now)).toEqual({ outcome: "partnerPaused" });
    await ctx.db.update(partners).set({ status: "active" }).where(eq(partners.slug, somePartner));
    expect(await publishDueCampaigns(ctx)).toBe(1);
    expect(await publishDueCampaigns(ctx)).toBe(0);
    expect(await shownTo(ctx)).toEqual(everywhere);
    expect(await getCampaign(ctx, slug, "en")).toMatchObject({ goal: 1_000, petition: { opensAt: ctx.now() } });
    const [audited] = await ctx.db.select().from(auditLog).orderBy(desc(auditLog.position)).limit(1);
    expect(audited).toMatchObject({ actor: "automatic", action: "campaign.publish" });
  }),
);

test(
  "what the host has approved may come out sooner than planned, and what is planned can be taken back",
  withContext(async (ctx) => {
    const { amina, hana } = await campaigners(ctx);
    await beginFilled(ctx, amina);
    await askHost(ctx, amina, slug, { note: null, publishAt: new Date("2027-01-01T00:00:00Z") });
    await approveCampaign(ctx, hana, slug, await seen(ctx, hana));
    expect(await unschedule(ctx, amina, slug)).toBe("done");
    expect(await stateOf(ctx, amina)).toBe("draft");
    expect(await publishCampaign(ctx, amina, slug, { at: new Date("2026-12-24T00:00:00Z") })).toEqual({
      outcome: "scheduled",
    });
    expect(await publishCampaign(ctx, amina, slug, now)).toEqual({ outcome: "public" });
  }),
);

test(
  "a petition opens and closes by the clock; it is paused, closed, archived, brought back and taken off the site",
  withContext(async (ctx) => {
    const { amina, bahati, tatu, hana, sam } = await campaigners(ctx);
    await hostMustApprove(ctx, false);
    await beginFilled(ctx, amina);
    const basedOn = (await getOwnCampaign(ctx, amina, "campaigns.read", slug)).factsVersion;
    const change = { opensAt: "2026-12-01T00:00:00.000Z", closesAt: "2027-01-01T00:00:00.000Z" };
    await changeFacts(ctx, amina, slug, { basedOn, change });
    await step(ctx, amina, "en", { step: "submit" });
    await step(ctx, bahati, "en", { step: "approve" });
    await publishCampaign(ctx, amina, slug, now);
    expect(await stateOf(ctx, amina)).toBe("notYetOpen");
    ctx.clock.set("2026-12-01T00:00:00Z");
    expect(await stateOf(ctx, amina)).toBe("open");
    ctx.clock.set("2027-01-01T00:00:00Z");
    expect(await stateOf(ctx, amina)).toBe("over");
    ctx.clock.set("2026-12-15T00:00:00Z");

    const set = (what: Parameters<typeof changeState>[3], who = amina) => changeState(ctx, who, slug, what);
    expect(await set("resume")).toBe("nothing");
    expect(await set("pause")).toBe("done");
    expect(await stateOf(ctx, amina)).toBe("paused");
    expect((await getSigningFacts(ctx, slug, "en")).pausedAt).toEqual(ctx.now());
    expect(await set("resume")).toBe("done");
    expect(await set("close")).toBe("done");
    expect(await set("close")).toBe("nothing");
    expect(isOpen((await getCampaign(ctx, slug, "en")).petition, ctx.now())).toBe(false);
    expect(await shownTo(ctx)).toEqual(everywhere);

    expect(await set("archive")).toBe("done");
    expect(await shownTo(ctx)).toEqual({ ...nowhere, page: true });
    expect(await set("restore")).toBe("done");
    expect(await shownTo(ctx)).toEqual(everywhere);
    await expect(set("takeDown", hana)).rejects.toEqual(new DomainError("proofNeeded"));
    expect(await set("takeDown", { ...hana, provenAt: ctx.now() })).toBe("done");
    expect(await shownTo(ctx)).toEqual(nowhere);
    expect(await stateOf(ctx, amina)).toBe("draft");
    expect(await set("archive")).toBe("done");
    await expect(getCampaign(ctx, slug, "en")).rejects.toEqual(notPublic);
    expect(await publishCampaign(ctx, amina, slug, now)).toEqual({ outcome: "archived" });

    expect(await changeState(ctx, hana, "privacy-for-all", "archive")).toBe("needed");
    await expect(set("pause", tatu)).rejects.toEqual(new DomainError("notAllowed"));
    await expect(set("pause", sam)).rejects.toEqual(new DomainError("notFound"));
    await expect(changeState(ctx, amina, "privacy-for-all", "pause")).rejects.toEqual(new DomainError("notFound"));
  }),
);

test(
  "readers see an earlier text again at a press, and any version can become a new draft",
  withContext(async (ctx) => {
    const { amina, bahati, tatu } = await campaigners(ctx);
    await hostMustApprove(ctx, false);
    await beginFilled(ctx, amina);
    const bringOut = async () => {
      await step(ctx, amina, "en", { step: "submit" });
      await step(ctx, bahati, "en", { step: "approve" });
      return publishCampaign(ctx, amina, slug, now);
    };
    await bringOut();
    await write(ctx, amina, "en", { "petition.title": "A mistake" });
    expect(await bringOut()).toEqual({ outcome: "texts", count: 1 });
    const title = async () => (await getCampaign(ctx, slug, "en")).petitionContent.title;
    expect(await title()).toBe("A mistake");

    const { versions, mayUndo } = await listCampaignVersions(ctx, bahati, slug, "en");
    expect(mayUndo).toBe(true);
    expect(versions.petition.map(({ number, state }) => [number, state])).toEqual([
      [2, "published"],
      [1, "archived"],
    ]);
    expect(versions.petition[0]?.changes).toEqual([
      { name: "petition.title", before: "No cameras at the market", after: "A mistake" },
    ]);
    const back = { kind: "petition", locale: "en", to: 1 } as const;
    await expect(undoText(ctx, tatu, slug, back)).rejects.toEqual(new DomainError("notAllowed"));
    expect(await undoText(ctx, bahati, slug, back)).toBe("done");
    expect(await title()).toBe("No cameras at the market");

    expect(await restoreText(ctx, amina, slug, { kind: "petition", locale: "en", from: 2 })).toBe("done");
    const [newest] = (await listCampaignVersions(ctx, amina, slug, "en")).versions.petition;
    expect(newest).toMatchObject({ number: 4, state: "draft" });
    await expect(restoreText(ctx, tatu, slug, { kind: "petition", locale: "en", from: 2 })).rejects.toEqual(
      new DomainError("notAllowed"),
    );
    await expect(restoreText(ctx, amina, slug, { kind: "petition", locale: "en", from: 9 })).rejects.toEqual(
      new DomainError("notFound"),
    );
  }),
);
