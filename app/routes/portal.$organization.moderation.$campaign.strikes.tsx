import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { surveyed } from "~/components/portal/moderation/strike-survey";
import { StrikesPage } from "~/components/portal/moderation/strikes-page";
import { sentForm } from "~/components/portal/sent-form";
import { may } from "~/domain/access/authorize";
import { hasProof } from "~/domain/access/portal-actor";
import { getModeratedCampaign } from "~/domain/moderation/moderated-campaigns.server";
import { ModerationError } from "~/domain/moderation/moderation-error";
import { heldFilter, orderForm, previewForm, strikeIdForm } from "~/domain/moderation/moderation-forms";
import { criteriaOf } from "~/domain/moderation/signature-criteria.server";
import { listCampaignStrikes } from "~/domain/moderation/strike-desk.server";
import { cancelStrike, orderStrike, undoStrike } from "~/domain/moderation/strikes.server";
import { surveyStrike } from "~/domain/moderation/survey-strike.server";
import { listCountryOptions } from "~/domain/regions/country-names";
import { pageMeta } from "~/http/page-meta";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

const campaignOf = ({ ctx, actor, params, locale }: PortalPage) =>
  getModeratedCampaign(ctx, actor, params.campaign ?? "", locale);

/** Strikes of one campaign, and the form that orders another. */
export const loader = forPortal(async (page) => {
  const { ctx, actor, base, url, i18n, locale } = page;
  const campaign = await campaignOf(page);
  const { after: _, ...typed } = heldFilter.parse(Object.fromEntries(url.searchParams));
  return {
    title: i18n.t("portal-trust:strikes.title", { campaign: campaign.name }),
    isPrivate: true,
    campaign,
    base: `${base}/moderation/${campaign.slug}`,
    done: url.searchParams.get("done"),
    /** What the page before led here with. */
    typed,
    heldOnly: url.searchParams.get("held") === "yes",
    strikes: await listCampaignStrikes(ctx, actor, campaign),
    countries: listCountryOptions(locale),
    mayAct: may(actor, "moderation.act"),
    isProven: hasProof(ctx, actor),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

const back = ({ url }: PortalPage, done: string) => redirect(`${url.pathname}?done=${done}`, { status: 303 });

const change = (what: typeof cancelStrike, done: string) => async (page: PortalPage, form: FormData) => {
  const read = readFields(strikeIdForm, form);
  if (read.errors) return data({ intent: done, errors: read.errors, values: read.values }, { status: 422 });
  try {
    await what(page.ctx, read.data.strike, page.actor);
  } catch (error) {
    // It has come to its end, or a colleague was faster.
    if (error instanceof ModerationError) return back(page, "outdated");
    throw error;
  }
  return back(page, done);
};

export const action = portalDeeds({
  /** The dry run: nothing changes, and what was typed stands in the answer alone. */
  async preview(page, form) {
    const campaign = await campaignOf(page);
    const read = readFields(previewForm, form);
    if (read.errors) return data({ intent: "preview", errors: read.errors, values: read.values }, { status: 422 });
    const criteria = criteriaOf(page.ctx, read.data);
    const survey = await surveyStrike(page.ctx, page.actor, campaign, criteria);
    return data({ intent: "surveyed", criteria, survey, key: page.ctx.newId(), values: read.values });
  },
  async order(page, form) {
    const campaign = await campaignOf(page);
    const read = readFields(orderForm, form);
    if (read.errors) {
      const criteria = previewForm.safeParse(Object.fromEntries(form));
      // The dry run stays in sight beside what is missing.
      if (!criteria.success)
        return data({ intent: "preview", errors: read.errors, values: read.values }, { status: 422 });
      const named = criteriaOf(page.ctx, criteria.data);
      const survey = await surveyStrike(page.ctx, page.actor, campaign, named);
      return data(
        {
          ...{ intent: "surveyed", criteria: named, survey, errors: read.errors, values: read.values },
          key: page.ctx.newId(),
        },
        { status: 422 },
      );
    }
    const { reason, key, ...typed } = read.data;
    const criteria = criteriaOf(page.ctx, typed);
    await orderStrike(page.ctx, campaign, { criteria, reason, by: page.actor, id: key });
    return back(page, "ordered");
  },
  cancel: change(cancelStrike, "cancelled"),
  undo: change(undoStrike, "undoing"),
});

export default function Strikes() {
  const given = useActionData<typeof action>();
  const sent = sentForm.safeParse(given).data ?? null;
  return (
    <StrikesPage
      {...useLoaderData<typeof loader>()}
      sent={sent?.intent === "surveyed" ? null : sent}
      surveyed={surveyed.safeParse(given).data ?? null}
    />
  );
}
