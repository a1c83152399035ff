import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PrinciplePage } from "~/components/principle-page";
import { getFlagship } from "~/domain/campaigns/get-campaign.server";
import { actionsOn } from "~/domain/principles/actions-on";
import { getPrinciple } from "~/domain/principles/get-principle.server";
import { lawOfPlace } from "~/domain/principles/law-of-place.server";
import { listCountryOptions } from "~/domain/regions/country-names";
import { routeSigner } from "~/domain/routing/route-signer.server";
import { listUpdates } from "~/domain/updates/list-updates.server";
import { movedTo } from "~/http/moved";
import { pageMeta } from "~/http/page-meta";
import { forPage } from "~/http/page-request.server";
import { alternatesOf } from "~/http/sitemap";
import { principleCard, socialPath } from "~/http/social-cards";
import { breadcrumbData } from "~/http/structured-data";

/** One principle: what it means, what the law of a chosen place says, what to do, and how this site keeps it. */
export const loader = forPage(async ({ context: { ctx, origin }, params, url, locale, i18n }) => {
  const page = await getPrinciple(ctx, params.principle ?? "", locale);
  if (page.address !== params.principle) throw movedTo(`/${locale}/principles/${page.address}`, url);
  const { slug } = page.principle;
  const asked = (name: string) => url.searchParams.get(name)?.trim().toUpperCase();
  const law = await lawOfPlace(ctx, { country: asked("country") ?? "", region: asked("region") ?? null }, slug);
  const flagship = await getFlagship(ctx, locale);
  const [route, { updates }] = await Promise.all([
    law &&
      routeSigner(ctx, {
        campaignId: flagship.id,
        country: law.country,
        subdivision: law.state && `US-${law.state}`,
        locale,
      }),
    listUpdates(ctx, locale, { type: null, principle: slug, region: null, page: 1 }),
  ]);
  return {
    title: `${page.principle.title} · Privacy for All`,
    description: page.principle.short,
    socialImage: socialPath(locale, "principle", slug, principleCard(page.principle, i18n.t)),
    alternates: alternatesOf({ kind: "principle", slugs: page.slugs }),
    structured: [
      breadcrumbData(origin, [
        { name: i18n.t("principles:title"), path: `/${locale}/principles` },
        { name: page.principle.title, path: `/${locale}/principles/${page.address}` },
      ]),
    ],
    ...page,
    law,
    actions: actionsOn(slug, route?.actions ?? []),
    campaignSlug: flagship.slug,
    updates: updates.slice(0, 3),
    countries: listCountryOptions(locale),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data);

export default function Principle() {
  return <PrinciplePage {...useLoaderData<typeof loader>()} />;
}
