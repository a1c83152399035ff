import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ModerateEndorsementsPage } from "~/components/portal/moderate-endorsements-page";
import { may } from "~/domain/access/authorize";
import { decideOnEndorsement, listEndorsements } from "~/domain/endorsements/moderate-endorsements.server";
import {
  approveForm,
  type Decision,
  hideForm,
  readableStates,
  rejectForm,
} from "~/domain/endorsements/moderation-form";
import { pageMeta } from "~/http/page-meta";
import { pageNumber } from "~/http/page-number";
import { forPortal, type PortalPage, portalDeeds } from "~/http/portal/portal-page.server";
import { readFields } from "~/http/portal/read-fields";

/** Organizations, researchers and technologists who want to stand under a campaign, to be read before they do. */
export const loader = forPortal(async ({ ctx, actor, base, url, i18n }) => {
  const state = readableStates.find((one) => one === url.searchParams.get("state")) ?? "confirmed";
  return {
    title: i18n.t("portal-endorsements:title"),
    isPrivate: true,
    base: `${base}/endorsements`,
    state,
    done: url.searchParams.get("done"),
    mayModerate: may(actor, "endorsements.moderate"),
    ...(await listEndorsements(ctx, actor, { state, page: pageNumber(url.searchParams) })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

const forms = { approve: approveForm, reject: rejectForm, hide: hideForm } as const;

const decide = (what: Decision["what"]) => async (page: PortalPage, form: FormData) => {
  const read = readFields(forms[what], form);
  if (read.errors) return data({ intent: what, errors: read.errors, values: read.values }, { status: 422 });
  const { campaign: campaignId, id } = read.data;
  const reason = "reason" in read.data ? String(read.data.reason) : "";
  const outcome = await decideOnEndorsement(page.ctx, page.actor, { campaignId, id, what, reason });
  const query = new URLSearchParams({ done: outcome === "outdated" ? outcome : what });
  const state = page.url.searchParams.get("state");
  if (state !== null) query.set("state", state);
  return redirect(`${page.url.pathname}?${query}`, { status: 303 });
};

export const action = portalDeeds({ approve: decide("approve"), reject: decide("reject"), hide: decide("hide") });

const sentForm = z.object({
  intent: z.string(),
  errors: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.string()),
});

export default function Endorsements() {
  const sent = sentForm.safeParse(useActionData<typeof action>());
  return <ModerateEndorsementsPage {...useLoaderData<typeof loader>()} sent={sent.data ?? null} />;
}
