import type { LoaderFunctionArgs } from "@remix-run/node";
import { forApi } from "~/http/api-answer.server";
import { toResponse } from "~/http/ready-answer";
import { regionsAnswer } from "~/http/regions-answer";

/** `GET /api/v1/campaigns/{campaign}/regions`: the same signatures by country and district, none under ten. */
export const loader = ({ params, context }: LoaderFunctionArgs) =>
  forApi(context, async () => {
    const { regions } = context.counts;
    return toResponse(regionsAnswer(regions.current() ?? (await regions.load()), params.campaign ?? ""));
  });
