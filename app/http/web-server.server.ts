import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import type { Application } from "~/application.server";
import { createNetworkLimit } from "~/domain/abuse/network-limit.server";
import { listFactsAges } from "~/domain/lawmakers/facts-age";
import { errorFacts } from "~/services/log.server";
import { createResendWebhook } from "~/services/resend-webhook.server";
import { brandHandler } from "./brand-handler.server";
import type { FaultCode } from "./faults";
import { frameworkHandler } from "./framework-handler.server";
import { createFrontHandler } from "./front-handler.server";
import { hasPrivacySignal } from "./global-privacy-control";
import { type IslandUrls, islandUrls } from "./island-urls.server";
import { createPageCache } from "./page-cache.server";
import { picturesHandler } from "./pictures-handler.server";
import { longTextsHandler } from "./portal/long-texts.server";
import { type PortalVisit, portalVisit } from "./portal/portal-visit.server";
import { headersOf, securityHeaders } from "./security-headers.server";
import { shapeFilesHandler } from "./shape-files-handler.server";
import { socialImagesHandler } from "./social-images-handler.server";
import { usualSpelling } from "./usual-spelling";

const root = fileURLToPath(new URL("../..", import.meta.url));
const clientFolder = path.join(root, "build/client");
const YEAR_SECONDS = 31_536_000;
/** How long open requests may take to end when the server stops. */
const DRAIN_MS = 8_000;

export interface WebServer {
  port: number;
  /** Stops accepting, lets open requests end, and then returns. */
  close(): Promise<void>;
}

/** Starts the web server on the port of the settings. */
export async function startWebServer(app: Application, options: { isDev: boolean }): Promise<WebServer> {
  const { env } = app;
  const mailWebhook = env.RESEND_WEBHOOK_SECRET ? createResendWebhook(env.RESEND_WEBHOOK_SECRET) : null;
  const networkLimit = createNetworkLimit(app.ctx);
  const site = express();
  site.disable("x-powered-by");
  if (env.TRUSTED_PROXIES !== "") site.set("trust proxy", env.TRUSTED_PROXIES);

  site.get("/healthz", (_request, response) => void response.json({ status: "alive" }));
  site.get("/readyz", readiness(app));
  const security = securityHeaders({ isDev: options.isDev, isHttps: app.origin().startsWith("https:") });
  site.use(security);
  // Neither here nor below is a path given as a pattern: Express would decode it, and answer a broken escape in plain text.
  site.use((request, response, next) => {
    // Whatever the answer is: the address of these pages is a secret.
    if (/^\/[^/]+\/(confirm|unsubscribe|sign-in|invitations)\//i.test(request.path)) {
      response.set({ "Referrer-Policy": "no-referrer", "Cache-Control": "no-store" });
    }
    if (/^\/portal(\/|\.data$|$)/i.test(request.path)) response.set("Cache-Control", "no-store");
    next();
  });
  site.use(spellingHandler);
  site.use(shapeFilesHandler(app.shapeFiles, app.log));
  site.use(picturesHandler(app.ctx, app.log));
  site.use(socialImagesHandler(app));
  site.use(brandHandler);
  site.use(compression());

  const front = options.isDev ? await developmentFront(site) : await productionFront(site);
  const handle = createRequestHandler(front.build, options.isDev ? "development" : "production");
  const loadContext = (visitor: Visitor, fault: FaultCode | null): AppLoadContext => ({
    ctx: app.ctx,
    facts: app.facts,
    counts: app.counts,
    switches: app.switches,
    geocoder: app.geocoder,
    takeSignForm: app.takeSignForm,
    networkLimit,
    cwc: app.cwc,
    networks: app.networks,
    log: app.log,
    mailWebhook,
    translator: app.translator,
    islands: front.islands,
    origin: app.origin(),
    isDemo: env.isDemo,
    hasLocalMailbox: env.isDemo && env.RESEND_API_KEY === undefined,
    ...visitor,
    fault,
  });
  site.use(longTextsHandler(app.origin));
  site.use(
    frameworkHandler({
      handle,
      publicOrigin: app.origin,
      loadContext: (request) =>
        loadContext(
          {
            gpc: hasPrivacySignal(request.headers["sec-gpc"]),
            address: request.ip,
            portal: portalVisit(app.ctx, {
              cookie: request.headers.cookie ?? null,
              acceptLanguage: request.headers["accept-language"] ?? null,
              origin: app.origin(),
            }),
          },
          null,
        ),
    }),
  );
  site.use(lastResort(app));

  const headers = headersOf(security);
  const pages = createPageCache({
    headers,
    render: (path, gpc) =>
      handle(new Request(new URL(path, app.origin())), loadContext({ gpc, address: undefined, portal: nobody }, null)),
  });
  const trustsProxy = trustOf(site);
  const listener = options.isDev ? site : createFrontHandler({ app, pages, headers, trustsProxy, site });
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 30_000 }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) =>
      reject("code" in error && error.code === "EADDRINUSE" ? new PortInUseError(env.PORT) : error),
    );
    server.listen(env.PORT, env.HOST, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : env.PORT,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await closed;
      clearTimeout(late);
    },
  };
}

/** What the server itself tells of a visitor. */
type Visitor = Pick<AppLoadContext, "gpc" | "address" | "portal">;

/** For pages that are the same for everybody. */
const nobody: PortalVisit = { visitor: () => Promise.resolve(null), locale: () => "en" };

/** How Express decides which forwarded addresses to believe. */
function trustOf(site: express.Express): (address: string, hop: number) => boolean {
  const trusts: unknown = site.get("trust proxy fn");
  return (address, hop) => typeof trusts === "function" && trusts(address, hop) === true;
}

class PortInUseError extends Error {
  constructor(port: number) {
    super(`Port ${port} is in use by another program. Stop it, or set PORT to another number.`);
  }
}

interface Front {
  build: ServerBuild | (() => Promise<ServerBuild>);
  islands: IslandUrls;
}

async function productionFront(site: express.Express): Promise<Front> {
  const assets = { maxAge: YEAR_SECONDS * 1_000, immutable: true, fallthrough: false, index: false };
  site.use("/assets", express.static(path.join(clientFolder, "assets"), assets));
  site.use(express.static(clientFolder, { maxAge: 3_600_000, index: false, dotfiles: "ignore" }));
  const build: ServerBuild = await import(pathToFileURL(path.join(root, "build/server/index.js")).href);
  return { build, islands: islandUrls(clientFolder) };
}

async function developmentFront(site: express.Express): Promise<Front> {
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({ root, server: { middlewareMode: true } });
  site.use(vite.middlewares);
  const load = async () => {
    const build: unknown = await vite.ssrLoadModule("virtual:remix/server-build");
    if (!isServerBuild(build)) throw new Error("The development server gave no build.");
    return build;
  };
  return { build: load, islands: islandUrls(null) };
}

function isServerBuild(value: unknown): value is ServerBuild {
  return typeof value === "object" && value !== null && "routes" in value && "entry" in value;
}

/** Leads whoever spells a language in another way to the page; the rest of the address goes along. */
const spellingHandler: RequestHandler = (request, response, next) => {
  const isReading = request.method === "GET" || request.method === "HEAD";
  const there = isReading ? usualSpelling(request.originalUrl) : null;
  if (there === null) return next();
  if (!response.hasHeader("Cache-Control")) response.set("Cache-Control", "public, max-age=3600");
  response.status(301).set({ Location: there, "Content-Length": "0" }).end();
};

function readiness(app: Application): RequestHandler {
  return async (_request, response) => {
    const isReady = app.facts.current().length > 0 && (await app.isReady());
    response.status(isReady ? 200 : 503).set("Cache-Control", "no-store");
    if (!isReady) response.set("Retry-After", "5");
    // The age of the facts is for whoever watches the site; it never takes the site down.
    const details = listFactsAges(
      app.facts.current().map(({ origin }) => origin),
      app.ctx.now(),
    );
    response.json({ status: isReady ? "ready" : "waiting for the database", details });
  };
}

/** Faults outside the framework, such as a missing asset or a malformed path. */
function lastResort(app: Application): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error instanceof Error && "status" in error && typeof error.status === "number" ? error.status : 500;
    if (status >= 500) app.log.error("fault outside the framework", errorFacts(error));
    response
      .status(status)
      .type("text/plain")
      .send(status >= 500 ? "Something went wrong." : "Not found.");
  };
}
