import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerLawmakersRequest } from "~/http/lawmakers-endpoint";
import { toResponse } from "~/http/ready-answer";

/** `GET /api/v1/lawmakers?zip=` or `?district=`. In production the handler in front of the framework answers it. */
export function loader({ request, context: { ctx, facts } }: LoaderFunctionArgs) {
  const knownTag = request.headers.get("if-none-match") ?? undefined;
  const asked = { method: request.method, query: new URL(request.url).searchParams, knownTag };
  return toResponse(answerLawmakersRequest(facts.current(), asked, ctx.now()));
}
