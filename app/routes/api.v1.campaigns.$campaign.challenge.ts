import type { LoaderFunctionArgs } from "@remix-run/node";
import { makeChallenge } from "~/domain/abuse/challenge.server";
import { getCampaign } from "~/domain/campaigns/get-campaign.server";
import { forApi } from "~/http/api-answer.server";
import { defaultLocale } from "~/i18n/locales";

/**
 * `GET /api/v1/campaigns/{campaign}/challenge`: a piece of work for the browser that is about to sign while the
 * petition is under attack. For our own pages only, so it allows no other origin to read it.
 */
export const loader = ({ params, context }: LoaderFunctionArgs) =>
  forApi(context, async () => {
    const campaign = await getCampaign(context.ctx, params.campaign ?? "", defaultLocale);
    return Response.json(await makeChallenge(context.ctx, campaign.id), { headers: { "Cache-Control": "no-store" } });
  });
