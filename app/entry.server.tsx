import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { z } from "zod";
import { SiteContext } from "~/components/site-context";
import { retryAfterSeconds } from "~/http/faults";
import { withoutNul } from "~/http/without-nul.server";
import { localeOfPath } from "~/i18n/locales";
import { isPortalPath, previewLocaleOf } from "~/i18n/portal-locales";
import { errorFacts } from "~/services/log.server";

/** Renders a page whole: public pages have no script that could fill in parts later. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { translator, isDemo, hasLocalMailbox, origin, islands, log, switches, portal }: AppLoadContext,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const i18n = translator(
    previewLocaleOf(pathname) ?? (isPortalPath(pathname) ? portal.locale() : localeOfPath(pathname)),
  );
  const isReadOnly = switches.current()?.isOn("read-only") ?? false;
  return new Promise((resolve, reject) => {
    let answerStatus = status;
    const { pipe } = renderToPipeableStream(
      <I18nextProvider i18n={i18n}>
        <SiteContext.Provider value={{ isDemo, hasLocalMailbox, isReadOnly, origin, islands }}>
          <RemixServer context={remixContext} url={request.url} />
        </SiteContext.Provider>
      </I18nextProvider>,
      {
        onAllReady() {
          const body = withoutNul();
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Content-Language", i18n.language);
          if (!headers.has("Cache-Control"))
            headers.set("Cache-Control", isPortalPath(pathname) ? "no-store" : "no-cache");
          if (answerStatus >= 400) headers.set("Cache-Control", "no-store");
          if (answerStatus === 503) headers.set("Retry-After", String(retryAfterSeconds(codeOfError(remixContext))));
          resolve(new Response(createReadableStreamFromReadable(body), { status: answerStatus, headers }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          answerStatus = 500;
          log.error("page could not be rendered", errorFacts(error));
        },
      },
    );
  });
}

const thrown = z.object({ data: z.object({ code: z.string() }) });

/** The code of the error that the page shows, where it shows one that was foreseen. */
function codeOfError({ staticHandlerContext: { errors } }: EntryContext): string | undefined {
  return Object.values(errors ?? {}).flatMap((error) => thrown.safeParse(error).data?.data.code ?? [])[0];
}

/** Faults are logged where they become a page; an aborted request is none. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }) {
  if (request.signal.aborted || !(error instanceof Error)) return;
  context.log.error("framework fault", errorFacts(error));
}
