import { useLocation, useMatches } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useSite } from "../site-context";
import { Wordmark } from "../wordmark";
import { isNavKey } from "./portal-nav";

const signedIn = z.object({
  portalVisitor: z.object({
    name: z.string(),
    organizations: z.array(z.object({ slug: z.string(), name: z.string() })),
  }),
});

const inOrganization = z.object({
  portalOrganization: z.object({
    slug: z.string(),
    name: z.string(),
    nav: z.array(z.object({ key: z.string(), href: z.string() })),
  }),
});

/** What stands around every page of the portal: where one is, where one can go, and the way out. */
export function PortalFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation("portal");
  const { t: site } = useTranslation("site");
  const { isDemo, hasLocalMailbox, isReadOnly } = useSite();
  const facts = useMatches().map(({ data }) => data);
  const visitor = facts.map((data) => signedIn.safeParse(data)).find(({ success }) => success)?.data?.portalVisitor;
  const organization = facts.map((data) => inOrganization.safeParse(data)).find(({ success }) => success)
    ?.data?.portalOrganization;
  const { pathname } = useLocation();
  const home = `/portal/${organization?.slug}`;
  const here = organization?.nav.find(({ href }) => isAt(pathname, href, home) !== undefined);
  const others = visitor?.organizations.filter(({ slug }) => slug !== organization?.slug) ?? [];

  return (
    <>
      <a className="skip-link" href="#main">
        {site("skipToContent")}
      </a>
      <header className="portal-header">
        <div className="portal-header__inner">
          <a className="portal-header__home" href="/portal" aria-current={pathname === "/portal" ? "page" : undefined}>
            <Wordmark />
          </a>
          {organization && (
            <p className="portal-header__organization">
              <bdi>{organization.name}</bdi>
            </p>
          )}
          {visitor && (
            <details className="portal-menu">
              <summary>
                <bdi>{visitor.name}</bdi>
              </summary>
              <ul>
                {others.map(({ slug, name }) => (
                  <li key={slug}>
                    <a href={`/portal/${slug}`}>
                      <bdi>{name}</bdi>
                    </a>
                  </li>
                ))}
                <li>
                  <a href="/portal/account">{t("nav.account")}</a>
                </li>
                <li>
                  <form method="post" action="/portal/sign-out">
                    <button type="submit" className="link-button">
                      {t("nav.signOut")}
                    </button>
                  </form>
                </li>
              </ul>
            </details>
          )}
        </div>
        {isDemo && (
          <p className="portal-note">
            {hasLocalMailbox ? site("demo.note") : site("demo.noteWithMail")}{" "}
            {hasLocalMailbox && <a href="/dev/mailbox">{site("demo.mailbox")}</a>}
          </p>
        )}
        {isReadOnly && <p className="portal-note">{site("readOnly.note")}</p>}
      </header>
      <div className={organization ? "portal-body portal-body--nav" : "portal-body"}>
        {organization && (
          <nav className="portal-nav" aria-label={t("nav.label")}>
            {/* Folded up on phones; wide windows show it as it is. */}
            <details>
              <summary>
                {t("nav.label")}
                {here && isNavKey(here.key) && <strong> · {t(`nav.${here.key}`)}</strong>}
              </summary>
              <ul>
                {organization.nav.map(({ key, href }) => (
                  <li key={key}>
                    <a href={href} aria-current={isAt(pathname, href, home)}>
                      {isNavKey(key) && t(`nav.${key}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          </nav>
        )}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  );
}

/** `page` for the page itself, `true` for one below it. */
function isAt(pathname: string, href: string, home: string): "page" | "true" | undefined {
  if (pathname === href) return "page";
  return href !== home && pathname.startsWith(`${href}/`) ? "true" : undefined;
}
