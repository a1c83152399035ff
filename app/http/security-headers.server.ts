import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Socket } from "node:net";
import helmet from "helmet";

type SecurityHeaders = ReturnType<typeof helmet>;

/** The headers that a handler sets, for answers that go out without it: they are the same for every request. */
export function headersOf(security: SecurityHeaders): Record<string, string> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  security(request, response, () => undefined);
  const set: OutgoingHttpHeaders = response.getHeaders();
  return Object.fromEntries(Object.entries(set).map(([name, value]) => [name, String(value)]));
}

/**
 * Headers of every answer. Public pages run no inline script and load nothing from elsewhere, so the policy
 * forbids both.
 */
export function securityHeaders(options: { isDev: boolean; isHttps: boolean }): SecurityHeaders {
  const self = ["'self'"];
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // The development server puts its own scripts and styles into the page.
        scriptSrc: options.isDev ? [...self, "'unsafe-inline'"] : self,
        styleSrc: options.isDev ? [...self, "'unsafe-inline'"] : self,
        connectSrc: options.isDev ? [...self, "ws:"] : self,
        imgSrc: self,
        fontSrc: self,
        frameSrc: self,
        formAction: self,
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        ...(options.isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // The default, no-referrer, makes browsers send `Origin: null` with every form.
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    strictTransportSecurity: options.isHttps ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
    // A tab opened from the sandboxed mail of the local mailbox cannot have it, and Chromium complains.
    originAgentCluster: false,
    xFrameOptions: { action: "deny" },
  });
}

/**
 * Headers of a preview, which a page of ours may show in a frame. It runs no script, sends no form and opens no window:
 * what somebody presses in it can do nothing.
 */
export const previewHeaders: Record<string, string> = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    // Its pictures are seen by those who are signed in alone, and no cookie would go along from an origin of its own.
    "sandbox allow-same-origin",
  ].join("; "),
  "X-Frame-Options": "SAMEORIGIN",
  "X-Robots-Tag": "noindex, nofollow",
};
