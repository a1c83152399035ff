import { data, type HeadersFunction, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ManageEndorsement } from "~/components/manage-endorsement";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { getEndorsementLink } from "~/domain/endorsements/endorsement-links.server";
import { removeEndorsement } from "~/domain/endorsements/remove-endorsement.server";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";

/** The address of this page is a secret: it is kept by nobody and handed on to nobody. */
const secretPage = { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" };

/** Shows its author an endorsement and how far it is, and changes nothing. */
export const loader = forPage(async ({ context: { ctx }, params, locale, i18n }) => {
  const { entry, isExpired } = await getEndorsementLink(ctx, params.token ?? "", "manage");
  const campaign = await getCampaign(ctx, entry.campaignSlug, locale);
  const { content, email, state, reason } = entry;
  const isRemoved = state === "removed" || content === null;
  const title = isRemoved ? "manage.removed.title" : isExpired ? "manage.expired.title" : "manage.title";
  const facts = { title: `${i18n.t(`endorse:${title}`)} · ${campaign.content.name}`, isPrivate: true };
  const slug = campaign.slug;
  if (isRemoved) return data({ ...facts, slug, state: "removed" } as const, { headers: secretPage });
  if (isExpired) return data({ ...facts, slug, state: "expired" } as const, { status: 410, headers: secretPage });
  return data(
    {
      ...facts,
      slug,
      state: state === "pending" ? "confirmed" : state,
      reason,
      email,
      entry: { ...content, id: entry.id, kind: entry.kind, country: entry.country, locale: entry.locale },
    } as const,
    { headers: secretPage },
  );
});

/** Removes it. Pressing twice does it once. */
export const action = forPage(async ({ context: { ctx }, params, locale }) => {
  const token = params.token ?? "";
  const outcome = await removeEndorsement(ctx, token);
  if (outcome === "expired") return data(null, { status: 410, headers: secretPage });
  return redirect(`/${locale}/endorsement/${encodeURIComponent(token)}`, { status: 303, headers: secretPage });
});

export const headers: HeadersFunction = () => secretPage;

export const meta: MetaFunction<typeof loader> = ({ data: facts }) => pageMeta(facts);

export default function ManageEndorsementPage() {
  return <ManageEndorsement {...useLoaderData<typeof loader>()} />;
}
