import type { LoaderFunctionArgs } from "@remix-run/node";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { publicCount } from "~/domain/counting/counts-source.server";
import { forApi } from "~/http/api-answer.server";
import { defaultLocale } from "~/i18n/locales";

/** `GET /api/v1/campaigns/{campaign}/count`: confirmed signatures, for anybody, cached by whoever stands between. */
export const loader = ({ params, context }: LoaderFunctionArgs) =>
  forApi(context, async () => {
    const campaign = await getCampaign(context.ctx, params.campaign ?? "", defaultLocale);
    const { count, asOf } = await publicCount(context.counts, campaign.id);
    return Response.json(
      { count, goal: campaign.goal, asOf: asOf.toISOString() },
      {
        headers: {
          "Access-Control-Allow-Origin": "*",
          "Cache-Control": "public, max-age=2, s-maxage=2, stale-while-revalidate=10, stale-if-error=300",
        },
      },
    );
  });
