import type { IncomingMessage, ServerResponse } from "node:http";
import proxyAddress from "proxy-addr";
import type { Application } from "~/application.server";
import { isLocale } from "~/i18n/locales";
import { errorFacts } from "~/services/log.server";
import { acceptedEncoding } from "./accepted-encoding";
import { isCachedPath } from "./cached-paths";
import { countAnswer } from "./count-answer";
import { isDatabaseAway } from "./database-away";
import { hasPrivacySignal } from "./global-privacy-control";
import { nextPage } from "./next-page";
import type { PageCache } from "./page-cache.server";
import { keepBody, readBody } from "./read-body.server";
import { refusalOfPosts } from "./read-only.server";
import type { ReadyAnswer } from "./ready-answer";
import { regionsAnswer } from "./regions-answer";
import { isSameSitePost } from "./same-site";

export interface FrontSettings {
  app: Application;
  pages: PageCache;
  /** Of every answer, security above all. */
  headers: Record<string, string>;
  trustsProxy: (address: string, hop: number) => boolean;
  /** Everything else, and everything that needs more than a line of answer. */
  site(request: IncomingMessage, response: ServerResponse): void;
}

const signPath = /^\/([A-Za-z-]{2,12})\/campaigns\/([\w-]{1,100})$/;
const confirmPath = /^\/([A-Za-z-]{2,12})\/confirm\/([\w-]{20,200})$/;
const numbersPath = /^\/api\/v1\/campaigns\/([\w-]{1,100})\/(count|regions)$/;
const plainForm = "application/x-www-form-urlencoded";

/**
 * Stands in front of Express and the framework and answers what comes by the thousand: public pages, the public
 * numbers, the sign form and the confirm button. It calls the same domain code as the routes, and hands on
 * whatever is not plain: faults, other kinds of body, anything refused.
 */
export function createFrontHandler(
  settings: FrontSettings,
): (request: IncomingMessage, response: ServerResponse) => void {
  const secretHeaders = { ...settings.headers, "Referrer-Policy": "no-referrer" };
  return (request, response) => {
    const { method, url = "/" } = request;
    if (method === "GET" || method === "HEAD") {
      if (isCachedPath(url)) return sendPage(settings, request, response, url);
      const numbers = numbersPath.exec(url);
      if (numbers?.[1]) return sendReady(settings, request, response, numbersOf(settings, numbers[1], numbers[2]));
    }
    if (method === "POST" && isPlainForm(request)) {
      const signed = signPath.exec(url);
      const confirmed = confirmPath.exec(url);
      const answer =
        signed?.[1] && signed[2]
          ? sign(settings, request, signed[1], signed[2])
          : confirmed?.[1] && confirmed[2]
            ? confirm(settings, request, confirmed[1], confirmed[2])
            : null;
      if (answer !== null) {
        const headers = signed ? settings.headers : secretHeaders;
        answer
          .catch((error: unknown) => {
            // The framework tries once more and shows the page that tells of the fault.
            if (!isDatabaseAway(error) && !request.destroyed)
              settings.app.log.error("fault in front", errorFacts(error));
            return null;
          })
          .then((location) => {
            if (location === null) return settings.site(request, response);
            response.writeHead(303, {
              ...headers,
              "Cache-Control": "no-store",
              "Content-Length": "0",
              Location: location,
            });
            response.end();
          });
        return;
      }
    }
    settings.site(request, response);
  };
}

function sendPage(settings: FrontSettings, request: IncomingMessage, response: ServerResponse, path: string) {
  const send = (page: Awaited<ReturnType<PageCache["find"]>>) => {
    if (page === null) return settings.site(request, response);
    if (request.headers["if-none-match"] === page.etag) {
      response.writeHead(304, page.headers);
      return response.end();
    }
    const encoding = acceptedEncoding(request.headers["accept-encoding"]);
    const body = page.body(encoding);
    const ofBody = encoding === "identity" ? [] : ["Content-Encoding", encoding];
    response.writeHead(200, [...page.headers, ...ofBody, "Content-Length", String(body.length)]);
    response.end(request.method === "HEAD" ? undefined : body);
  };
  const found = settings.pages.find(path, hasPrivacySignal(request.headers["sec-gpc"]));
  if (found instanceof Promise) void found.then(send);
  else send(found);
}

function numbersOf({ app }: FrontSettings, slug: string, which: string | undefined): ReadyAnswer | null {
  if (which === "count") {
    const counts = app.counts.current();
    return counts && countAnswer(counts, slug);
  }
  const regions = app.counts.regions.current();
  return regions && regionsAnswer(regions, slug);
}

function sendReady(
  settings: FrontSettings,
  request: IncomingMessage,
  response: ServerResponse,
  answer: ReadyAnswer | null,
) {
  // Not read yet: the route waits for the reading.
  if (answer === null) return settings.site(request, response);
  const length = String(Buffer.byteLength(answer.body));
  response.writeHead(answer.status, { ...settings.headers, ...answer.headers, "Content-Length": length });
  response.end(request.method === "HEAD" ? undefined : answer.body);
}

/** @returns where the signer goes next, or null where the framework has to answer */
async function sign(settings: FrontSettings, request: IncomingMessage, locale: string, slug: string) {
  const form = await readPlainForm(settings, request, locale);
  if (form === null) return null;
  const taken = await settings.app.takeSignForm({
    form,
    campaignSlug: slug,
    locale,
    gpc: hasPrivacySignal(request.headers["sec-gpc"]),
    address: proxyAddress(request, settings.trustsProxy),
  });
  return taken.result === "checkInbox" ? `/${locale}/campaigns/${taken.campaignSlug}/check-inbox` : null;
}

async function confirm(settings: FrontSettings, request: IncomingMessage, locale: string, token: string) {
  const form = await readPlainForm(settings, request, locale);
  if (form === null || form.has("intent")) return null;
  const outcome = await settings.app.confirmByToken(token);
  return outcome?.result === "confirmed" ? nextPage(locale, outcome.campaignSlug, outcome.next) : null;
}

/** The fields of a plain form of our own pages; null for anything else, which stays readable for the framework. */
async function readPlainForm({ app }: FrontSettings, request: IncomingMessage, locale: string) {
  const { origin, host, "sec-fetch-site": site } = request.headers;
  const from = { origin, host, site: typeof site === "string" ? site : undefined };
  const body = await readBody(request);
  keepBody(request, body);
  if (body === null || !isSameSitePost(from, app.origin()) || !isLocale(locale)) return null;
  if ((await refusalOfPosts(app.switches)) !== null) return null;
  return new URLSearchParams(body.toString("utf8"));
}

function isPlainForm(request: IncomingMessage): boolean {
  return request.headers["content-type"]?.startsWith(plainForm) ?? false;
}
