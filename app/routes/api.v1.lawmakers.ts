import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerLawmakers } from "~/domain/lawmakers/lawmakers-answer";

/** `GET /api/v1/lawmakers?zip=` or `?district=`: answered from memory, for anybody. */
export function loader({ request, context: { ctx, facts } }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const where = { zip: query.get("zip"), district: query.get("district") };
  const { status, body } = answerLawmakers(facts.current(), where, ctx.now());
  return Response.json(body, {
    status,
    headers: {
      "Access-Control-Allow-Origin": "*",
      "Cache-Control": status === 200 ? "public, max-age=300" : "no-store",
      ...(status === 503 ? { "Retry-After": "60" } : {}),
    },
  });
}
