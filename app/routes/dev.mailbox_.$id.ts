import type { LoaderFunctionArgs } from "@remix-run/node";
import { pageError } from "~/http/answer.server";
import { findLocalMail } from "~/services/local-mailer.server";

/** One mail of the demo's mailbox as its reader would see it. Demo mode only. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const mail = context.isDemo ? await findLocalMail(context.ctx, params.id ?? "") : null;
  if (!mail) throw pageError({ code: "pageNotFound" });
  return new Response(mail.html.replace("<head>", '<head><base target="_top">'), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      // Mails carry their styles in themselves; everything else stays forbidden.
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; base-uri 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation",
      "X-Frame-Options": "SAMEORIGIN",
    },
  });
}
