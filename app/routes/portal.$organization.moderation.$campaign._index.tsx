import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SuspectsPage } from "~/components/portal/moderation/suspects-page";
import { readRevealed } from "~/components/portal/revealed-note";
import { sentForm } from "~/components/portal/sent-form";
import { may } from "~/domain/access/authorize";
import { listHeldNetworks, listSuspects, suspectLists } from "~/domain/moderation/list-suspects.server";
import { getModeratedCampaign } from "~/domain/moderation/moderated-campaigns.server";
import { heldFilter, releaseForm } from "~/domain/moderation/moderation-forms";
import { releaseHeld } from "~/domain/moderation/release-held.server";
import { revealSuspect } from "~/domain/moderation/reveal-suspect.server";
import { criteriaOf } from "~/domain/moderation/signature-criteria.server";
import { listCountryOptions } from "~/domain/regions/country-names";
import { revealForm } from "~/domain/supporters/reveal-form";
import { pageMeta } from "~/http/page-meta";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** Batches of one press: nobody waits for minutes, and what is left is released by pressing again. */
const MOST_BATCHES = 20;

const campaignOf = ({ ctx, actor, params, locale }: PortalPage) =>
  getModeratedCampaign(ctx, actor, params.campaign ?? "", locale);

/** Signatures of one campaign that are held, or of which something was noted, masked. */
export const loader = forPortal(async (page) => {
  const { ctx, actor, base, url, i18n, locale } = page;
  const campaign = await campaignOf(page);
  const { after, ...typed } = heldFilter.parse(Object.fromEntries(url.searchParams));
  const list = suspectLists.find((one) => one === url.searchParams.get("state")) ?? "held";
  // An address that is kept shows what is there when it is opened.
  const { to: _, ...criteria } = criteriaOf(ctx, typed);
  const asked = { ...criteria, ...(typed.to !== undefined && { to: typed.to }) };
  return {
    title: i18n.t("portal-trust:suspects.title", { campaign: campaign.name }),
    isPrivate: true,
    campaign,
    base: `${base}/moderation/${campaign.slug}`,
    list,
    filter: typed,
    /** What comes later was not seen, and is not released. */
    asOf: ctx.now(),
    after: after ?? null,
    done: url.searchParams.get("done"),
    count: Number(url.searchParams.get("count")) || 0,
    ...(await listSuspects(ctx, actor, campaign, { list, criteria: asked, after })),
    networks: list === "held" && after === undefined ? await listHeldNetworks(ctx, actor, campaign) : [],
    countries: listCountryOptions(locale),
    mayAct: may(actor, "moderation.act"),
    mayReveal: may(actor, "moderation.act") && may(actor, "supporters.reveal"),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export const action = portalDeeds({
  async release(page, form) {
    const campaign = await campaignOf(page);
    const read = readFields(releaseForm, form);
    if (read.errors) {
      return data({ intent: "release", errors: read.errors, values: read.values }, { status: 422 });
    }
    const { reason, ...typed } = read.data;
    const released = await releaseHeld(page.ctx, campaign, {
      criteria: { ...criteriaOf(page.ctx, typed), heldOnly: true },
      reason,
      by: page.actor,
      atMost: MOST_BATCHES,
    });
    const query = new URLSearchParams({ done: released === 0 ? "nothing" : "released", count: String(released) });
    return redirect(`${page.base}/moderation/${campaign.slug}?${query}`, { status: 303 });
  },
  /** The person is in the answer to this one post, and nowhere else. */
  async reveal(page, form) {
    const campaign = await campaignOf(page);
    const read = readFields(revealForm, form);
    if (read.errors) {
      return data(
        { intent: "reveal", outcome: "faulty" as const, errors: read.errors, values: read.values },
        { status: 422 },
      );
    }
    const revealed = await revealSuspect(page.ctx, page.actor, { ...read.data, campaign: campaign.campaignId });
    return data({ intent: "reveal", ...revealed }, { status: revealed.outcome === "revealed" ? 200 : 409 });
  },
});

export default function Suspects() {
  const given = useActionData<typeof action>();
  const sent = sentForm.safeParse(given).data ?? null;
  return <SuspectsPage {...useLoaderData<typeof loader>()} sent={sent} revealed={readRevealed(given)} />;
}
