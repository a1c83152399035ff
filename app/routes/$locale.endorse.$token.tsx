import { data, type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConfirmEndorsement } from "~/components/confirm-endorsement";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { confirmEndorsement } from "~/domain/endorsements/confirm-endorsement.server";
import { getEndorsementLink } from "~/domain/endorsements/endorsement-links.server";
import { DomainError } from "~/domain/errors";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";

/** The address of this page is a secret: it is kept by nobody and handed on to nobody. */
const secretPage = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };

/** Shows what would be published, and changes nothing: mail scanners open links too. */
export const loader = forPage(async ({ context: { ctx }, params, locale, i18n }) => {
  const { entry, isExpired } = await getEndorsementLink(ctx, params.token ?? "", "confirm");
  const campaign = await getCampaign(ctx, entry.campaignSlug, locale);
  if (entry.content === null) throw new DomainError("tokenNotFound");
  const state = entry.state !== "pending" ? "done" : isExpired ? "expired" : "open";
  return data(
    {
      title: `${i18n.t(`endorse:confirm.${state}.title`)} · ${campaign.content.name}`,
      isPrivate: true,
      state,
      slug: campaign.slug,
      entry: { ...entry.content, id: entry.id, kind: entry.kind, country: entry.country, locale: entry.locale },
    } as const,
    { status: state === "expired" ? 410 : 200, headers: secretPage },
  );
});

/** Confirms. Pressing twice does it once. */
export const action = forPage(async ({ context: { ctx }, params, locale }) => {
  const token = params.token ?? "";
  const { entry } = await getEndorsementLink(ctx, token, "confirm");
  const outcome = await confirmEndorsement(ctx, token);
  if (outcome === "expired") return data(null, { status: 410, headers: secretPage });
  const next =
    outcome === "alreadyThere"
      ? `/${locale}/campaigns/${entry.campaignSlug}/endorsements/remove?already=1`
      : `/${locale}/endorse/${encodeURIComponent(token)}`;
  return redirect(next, { status: 303, headers: secretPage });
});

export const headers: HeadersFunction = () => secretPage;

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export default function ConfirmEndorsementPage() {
  return <ConfirmEndorsement {...useLoaderData<typeof loader>()} />;
}
