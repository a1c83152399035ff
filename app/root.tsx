import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, useLocation, useMatches, useRouteError } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { ErrorPage } from "./components/error-page";
import { PageLinks } from "./components/page-links";
import { PortalFrame } from "./components/portal/portal-frame";
import { useSite } from "./components/site-context";
import { SiteFrame } from "./components/site-frame";
import { useLocale } from "./components/use-locale";
import headingFont from "./fonts/serif-latin.woff2?url";
import { pageError } from "./http/answer.server";
import { isKnownError, type PageError } from "./http/faults";
import { isInLatinLetters } from "./i18n/latin-letters";
import { isPortalPath, previewLocaleOf } from "./i18n/portal-locales";
import { textDirection } from "./i18n/text-direction";
import portalStyles from "./styles/portal.css?url";
import styles from "./styles/site.css?url";

/** Shows why the server in front refused a request. */
export function loader({ context }: LoaderFunctionArgs) {
  if (context.fault) throw pageError({ code: context.fault });
  return null;
}

export const meta: MetaFunction = () => [{ title: "Privacy for All" }];

const pageHandle = z.object({ islands: z.array(z.string()) });

/** The document around every page and every error. No framework script: public pages are complete without one. */
export function Layout({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const { islands } = useSite();
  const { t } = useTranslation("errors");
  const isError = Boolean(useRouteError());
  const { pathname } = useLocation();
  const isPreview = previewLocaleOf(pathname) !== null;
  const isPortal = isPortalPath(pathname) && !isPreview;
  const handles = useMatches().map((match) => pageHandle.safeParse(match.handle));
  const wanted = new Set(handles.flatMap((handle) => (handle.success ? handle.data.islands : [])));

  return (
    <html lang={locale} dir={textDirection(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {/* A preview may open nothing: its links would lead out of the draft. */}
        {isPreview && <base target="_blank" />}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#faf8f4" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#14181f" media="(prefers-color-scheme: dark)" />
        {isInLatinLetters(locale) && (
          <link rel="preload" href={headingFont} as="font" type="font/woff2" crossOrigin="anonymous" />
        )}
        <link rel="stylesheet" href={styles} />
        {isPortal && <link rel="stylesheet" href={portalStyles} />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {isError ? <title>{`${t("pageTitle")} · Privacy for All`}</title> : <Meta />}
        {!isError && <PageLinks />}
        <Links />
      </head>
      <body>
        {children}
        {[...wanted].map((name) => (
          <script key={name} type="module" src={islands[name]} />
        ))}
      </body>
    </html>
  );
}

export default function Root() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return isPortalPath(pathname) && previewLocaleOf(pathname) === null ? (
    <PortalFrame>{children}</PortalFrame>
  ) : (
    <SiteFrame>{children}</SiteFrame>
  );
}

const thrown = z.object({ code: z.string(), reference: z.string().optional() });

export function ErrorBoundary() {
  const error = useRouteError();
  const known = isRouteErrorResponse(error) ? thrown.safeParse(error.data) : null;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const code = known?.success && isKnownError(known.data.code) ? known.data.code : codeOfStatus(status);
  return (
    <Frame>
      <ErrorPage code={code} reference={known?.success ? known.data.reference : undefined} />
    </Frame>
  );
}

function codeOfStatus(status: number): PageError["code"] {
  if (status === 404) return "pageNotFound";
  if (status === 405) return "methodNotAllowed";
  return status < 500 ? "badRequest" : "fault";
}
