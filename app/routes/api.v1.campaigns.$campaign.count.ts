import type { LoaderFunctionArgs } from "@remix-run/node";
import { forApi } from "~/http/api-answer.server";
import { countAnswer } from "~/http/count-answer";
import { toResponse } from "~/http/ready-answer";

/** `GET /api/v1/campaigns/{campaign}/count`: confirmed signatures, for anybody, cached by whoever stands between. */
export const loader = ({ params, context }: LoaderFunctionArgs) =>
  forApi(context, async () => {
    const counts = context.counts.current() ?? (await context.counts.load());
    return toResponse(countAnswer(counts, params.campaign ?? ""));
  });
