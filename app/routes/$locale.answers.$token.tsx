import { data, type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Answers } from "~/components/answers";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { getAnswerQuestions, recordAnswers } from "~/domain/follow-ups/answers.server";
import { findOffice } from "~/domain/lawmakers/find-office";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { readForm } from "~/http/read-form.server";

/** The address of this page is a secret: it is kept by nobody and handed on to nobody. */
const secretPage = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };

/** Asks for each office whether it answered, and changes nothing: mail scanners open links too. */
export const loader = forPage(async ({ context: { ctx, facts }, params, url, locale, i18n }) => {
  const asked = await getAnswerQuestions(ctx, params.token ?? "");
  const campaign = await getCampaign(ctx, asked.campaignSlug, locale);
  const state = asked.isExpired ? "answers.expired.title" : "answers.title";
  return data(
    {
      title: `${i18n.t(`deliver:${state}`)} · ${campaign.content.name}`,
      isPrivate: true,
      isExpired: asked.isExpired,
      isSaved: url.searchParams.has("saved"),
      petition: campaign.petitionContent.title,
      lawmakersPath: `/${locale}/campaigns/${campaign.slug}/lawmakers`,
      offices: asked.offices.map(({ bioguide, answer }) => ({
        bioguide,
        answer,
        name: findOffice(facts.current(), bioguide, ctx.now())?.lawmaker?.name ?? bioguide,
      })),
    },
    { status: asked.isExpired ? 410 : 200, headers: secretPage },
  );
});

/** Keeps what was said, without a name; later words take the place of earlier ones. */
export const action = forPage(async ({ context: { ctx }, request, params, locale }) => {
  const token = params.token ?? "";
  const form = await readForm(request);
  const outcome = await recordAnswers(ctx, token, (bioguide) => form.get(`answer.${bioguide}`));
  if (outcome === "expired") return data({ isEmpty: false }, { status: 410, headers: secretPage });
  if (outcome === "nothing") return data({ isEmpty: true }, { status: 422, headers: secretPage });
  return redirect(`/${locale}/answers/${encodeURIComponent(token)}?saved=1`, { status: 303, headers: secretPage });
});

export const headers: HeadersFunction = () => secretPage;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function AnswersPage() {
  const answered = useActionData<typeof action>();
  return <Answers {...useLoaderData<typeof loader>()} isEmpty={answered?.isEmpty ?? false} />;
}
