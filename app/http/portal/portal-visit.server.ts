import { findVisitor } from "~/domain/access/sessions.server";
import type { PortalVisitor } from "~/domain/access/visitor";
import type { Context } from "~/domain/context";
import { isPortalLocale, type PortalLocale, portalLocaleOf } from "~/i18n/portal-locales";
import { sessionCookie } from "./session-cookie";

/** Who asks for a page of the portal. Looked up when a page first wants to know, once for a request. */
export interface PortalVisit {
  visitor(): Promise<PortalVisitor | null>;
  /** The language of the page: the visitor's own, as far as it is known by then, or the browser's wish. */
  locale(): PortalLocale;
}

interface Asked {
  cookie: string | null;
  acceptLanguage: string | null;
  origin: string;
}

export function portalVisit(ctx: Context, { cookie, acceptLanguage, origin }: Asked): PortalVisit {
  const token = sessionCookie(origin).read(cookie);
  let known: PortalVisitor | null = null;
  let looking: Promise<PortalVisitor | null> | null = null;
  return {
    visitor() {
      looking ??= (token === null ? Promise.resolve(null) : findVisitor(ctx, token)).then((visitor) => {
        known = visitor;
        return visitor;
      });
      return looking;
    },
    locale() {
      const own = known?.locale ?? "";
      return isPortalLocale(own) ? own : portalLocaleOf(acceptLanguage);
    },
  };
}
