import { data, type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FollowUpNoted } from "~/components/follow-up-noted";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { type FollowUpFormErrors, readFollowUpForm } from "~/domain/follow-ups/follow-up-form";
import { wishFollowUp } from "~/domain/follow-ups/wish-follow-up.server";
import { findOffice } from "~/domain/lawmakers/find-office";
import { pageError } from "~/http/answer.server";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";

const privatePage = { "Cache-Control": "no-store" };

/** Says what was noted. The form for it stands at the end of the flow. */
export const loader = forPage(async ({ context: { ctx }, params, locale, i18n }) => {
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  return data(
    {
      title: `${i18n.t("deliver:followUp.title")} · ${campaign.content.name}`,
      isPrivate: true,
      campaign: { slug: campaign.slug },
    },
    { headers: privatePage },
  );
});

/** Notes the wish for one mail after two weeks. The answer is the same whether the address was known. */
export const action = forPage(async ({ context, request, params, locale }) => {
  const { ctx, facts, networks, address } = context;
  const campaign = await getCampaign(ctx, params.campaign ?? "", locale);
  const form = await readForm(request);
  const { email, offices, errors } = readFollowUpForm(form);
  const known = offices.flatMap((office) => findOffice(facts.current(), office, ctx.now()) ?? []);
  const [first] = known;
  if (!first) throw pageError({ code: "badRequest" });
  const named = known.map(({ office }) => office);
  const show = (faults: FollowUpFormErrors, status: number) =>
    data({ email, offices: named, errors: faults }, { status, headers: privatePage });
  if (errors !== null) return show(errors, 422);

  const outcome = await wishFollowUp(ctx, {
    campaignId: campaign.id,
    congress: first.congress,
    offices: named,
    email,
    locale,
    networkHash: await networks.hashOf(campaign.id, address),
  });
  if (outcome === "tooMany") return show({ email: "tooMany" }, 429);
  return redirect(`/${locale}/campaigns/${campaign.slug}/lawmakers/follow-up`, 303);
});

export const headers: HeadersFunction = () => privatePage;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function FollowUpPage() {
  return <FollowUpNoted {...useLoaderData<typeof loader>()} faulty={useActionData<typeof action>() ?? null} />;
}
