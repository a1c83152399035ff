import type { LoaderFunctionArgs } from "@remix-run/node";
import { pageError } from "~/http/answer.server";
import { listLocalMails } from "~/services/local-mailer.server";

/** The demo's mails for scripts, newest first. Demo mode only. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (!context.isDemo) throw pageError({ code: "pageNotFound" });
  return Response.json(await listLocalMails(context.ctx), { headers: { "Cache-Control": "no-store" } });
}
