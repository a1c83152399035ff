import { eq } from "drizzle-orm";
import sharp from "sharp";
import { expect, test } from "vitest";
import { z } from "zod";
import type { PortalActor } from "~/domain/access/portal-actor";
import { beginSession, findVisitor } from "~/domain/access/sessions.server";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { leaseJobs } from "~/domain/outbox/lease.server";
import { getCampaignHome } from "~/domain/workshop/campaign-home.server";
import { getOwnCampaign } from "~/domain/workshop/own-campaign.server";
import { runJob } from "~/jobs/run-job.server";
import * as home from "~/routes/portal.$organization.campaigns.$campaign._index";
import * as approval from "~/routes/portal.$organization.campaigns.$campaign.approval";
import * as look from "~/routes/portal.$organization.campaigns.$campaign.look";
import * as settings from "~/routes/portal.$organization.campaigns.$campaign.settings";
import * as create from "~/routes/portal.$organization.campaigns.new";
import { users } from "~db/schema/users";
import { somePartner } from "../domain/access/people";
import { campaigners, filled, write } from "../domain/workshop/campaigners";
import { jobContext, withMailService } from "../jobs/sending";
import { type TestContext, withContext } from "../support/database";
import { loadContext } from "./load-context";

interface Page {
  action(args: { request: Request; params: Record<string, string>; context: ReturnType<typeof loadContext> }): unknown;
}

const withInit = z.object({ data: z.unknown(), init: z.object({ status: z.number() }).nullish() });

const slug = "kamera-sokoni";

/** Somebody at the pages of an organization: presses a button and tells where that led. */
async function browserOf(ctx: TestContext, actor: PortalActor, organization: string) {
  const { token } = await beginSession(ctx, { userId: actor.userId, method: "mail", device: "Firefox" });
  const visitor = await findVisitor(ctx, token);
  return async (page: Page, intent: string, fields: Record<string, string | Blob> = {}, campaign = slug) => {
    const isUpload = Object.values(fields).some((value) => typeof value !== "string");
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent, ...fields })) form.append(name, value);
    const plain = new URLSearchParams();
    for (const [name, value] of form) if (typeof value === "string") plain.append(name, value);
    const answer = await page.action({
      request: new Request("https://privacy.example/portal/here", { method: "POST", body: isUpload ? form : plain }),
      params: { organization, campaign },
      context: loadContext(ctx, visitor),
    });
    if (answer instanceof Response) return answer.headers.get("location")?.replace(/^.*[?&]done=/, "");
    const { data, init } = withInit.parse(answer);
    return { status: init?.status ?? 200, data };
  };
}

test(
  "an owner begins a Swahili campaign, gives it a goal, dates and a look, asks the host, and the host lets it go live",
  withContext((ctx) =>
    withMailService(async (resend) => {
      const { amina, bahati, hana } = await campaigners(ctx);
      await ctx.db.update(users).set({ locale: "es" }).where(eq(users.id, bahati.userId));
      const owner = await browserOf(ctx, bahati, somePartner);
      const host = await browserOf(ctx, hana, "host");
      const { job } = jobContext(ctx, resend);
      const mailNow = async () => {
        for (const one of await leaseJobs(job, 20, 60_000)) await runJob(job, one);
      };
      const state = async () => (await getOwnCampaign(ctx, bahati, "campaigns.read", slug)).state;
      const version = async () => String((await getOwnCampaign(ctx, bahati, "campaigns.read", slug)).factsVersion);

      expect(
        await owner(create, "create", { template: "company", locale: "sw", title: "Kamera sokoni", slug: "" }),
      ).toBe("created");
      expect(
        await owner(create, "create", { template: "company", locale: "sw", title: "Kamera sokoni", slug: "" }),
      ).toMatchObject({ status: 422, data: { errors: { slug: "slugTaken" }, values: { slug } } });

      const dates = { timeZone: "Africa/Nairobi", opensAt: "", closesAt: "2027-06-01T09:00", countries: "KE" };
      expect(await owner(settings, "settings", { version: await version(), goal: "many", ...dates })).toMatchObject({
        status: 422,
        data: { errors: { goal: "goalFaulty" }, values: { goal: "many", closesAt: dates.closesAt } },
      });
      expect(await owner(settings, "settings", { version: await version(), goal: "2,500", ...dates })).toBe("saved");
      expect(await owner(settings, "settings", { version: "1", goal: "9", ...dates })).toMatchObject({
        status: 409,
        data: { outdated: { by: "bahati" }, values: { goal: "9" } },
      });

      const file = new Blob([
        new Uint8Array(
          await sharp({ create: { width: 600, height: 300, channels: 3, background: "#0b5d3b" } })
            .png()
            .toBuffer(),
        ),
      ]);
      expect(await owner(look, "image", { version: await version(), file })).toBe("saved");
      expect(await owner(look, "logo", { version: await version(), file: new Blob(["<svg"]) })).toMatchObject({
        data: { errors: { logo: "pictureUnreadable" } },
      });
      expect(await owner(look, "brand", { version: await version(), brandColour: "#f2b33d" })).toMatchObject({
        data: { errors: { brandColour: "colourPale" } },
      });

      const open = async () => {
        const { checklist } = await getCampaignHome(ctx, bahati, slug);
        return checklist.filter((one) => one.state === "todo").map(({ key }) => key);
      };
      expect(await open()).toEqual(["words", "imageAlt", "host"]);
      expect(await owner(home, "publish")).toBe("mustAsk");
      await write(ctx, amina, "sw", { ...filled, "campaign.imageAlt": "Soko." }, slug);
      expect(await open()).toEqual(["host"]);

      expect(await owner(home, "ask", { note: "Karibu.", at: "2020-01-01T00:00" })).toMatchObject({
        data: { errors: { at: "momentPast" } },
      });
      expect(await owner(home, "ask", { note: "Karibu.", at: "" })).toBe("asked");
      expect(await state()).toBe("waiting");
      await mailNow();
      expect(await host(approval, "send-back", { reason: " " })).toMatchObject({
        data: { errors: { reason: "reasonOfHostMissing" } },
      });
      expect(await host(approval, "send-back", { reason: "Name your source." })).toBe("sentBack");
      ctx.clock.advance(60_000);
      expect(await owner(home, "ask", {})).toBe("asked");
      await mailNow();
      const seen = z.object({ fingerprint: z.string() });
      const shown = async () =>
        seen.parse(
          await approval.loader({
            request: new Request("https://privacy.example/portal/host"),
            params: { organization: "host", campaign: slug },
            context: loadContext(ctx, await visitorOf(ctx, hana)),
          }),
        ).fingerprint;
      expect(await host(approval, "approve", { seen: "0".repeat(64) })).toBe("changed");
      expect(await host(approval, "approve", { seen: await shown() })).toBe("public");
      expect(await state()).toBe("open");
      const live = await getCampaign(ctx, slug, "sw");
      expect(live).toMatchObject({ goal: 2_500, petition: { closesAt: new Date("2027-06-01T06:00:00Z") } });

      await mailNow();
      expect(resend.sent.map(({ to, subject }) => `${to} ${subject}`).sort()).toEqual([
        "bahati@example.org Tu campaña está aprobada",
        "bahati@example.org Tu campaña tiene cambios pendientes",
        ...["hana", "hana", "hugo", "hugo"].map((name) => `${name}@example.org A campaign waits for your yes`),
      ]);
      expect(resend.sent.some(({ text }) => text?.includes("Name your source."))).toBe(true);
      expect(resend.sent.some(({ text }) => text?.includes(`/portal/${somePartner}/campaigns/${slug}`))).toBe(true);
    }),
  ),
);

async function visitorOf(ctx: TestContext, { userId }: PortalActor) {
  const { token } = await beginSession(ctx, { userId, method: "mail", device: "Firefox" });
  return findVisitor(ctx, token);
}
