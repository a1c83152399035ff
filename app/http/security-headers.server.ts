import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * Headers of every answer. Public pages run no inline script and load nothing from elsewhere, so the policy
 * forbids both.
 */
export function securityHeaders(options: { isDev: boolean; isHttps: boolean }): RequestHandler {
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
