import { z } from "zod";
import { DomainError } from "~/domain/errors";
import { findSample } from "~/domain/mailings/test-mailing.server";
import { renderSample } from "~/http/portal/mailing-preview.server";
import { forPortal } from "~/http/portal/portal-page.server";

/** A mailing in one language as its readers will see it, to stand in a frame of its page. */
export const loader = forPortal(async (page) => {
  const { ctx, actor, params } = page;
  const id = z.uuid().safeParse(params.mailing);
  const locale = /^[\w-]{2,20}$/.exec(params.locale ?? "")?.[0];
  if (!id.success || locale === undefined) throw new DomainError("notFound");
  const sample = await findSample(ctx, actor, id.data, locale);
  if (sample === null) throw new DomainError("notFound");
  const { html } = await renderSample(page, sample);
  return new Response(html.replace("<head>", '<head><base target="_blank">'), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "private, no-store",
      // Mails carry their styles in themselves; everything else stays forbidden.
      "Content-Security-Policy":
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
      "X-Frame-Options": "SAMEORIGIN",
    },
  });
});
