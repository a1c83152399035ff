import type { IncomingMessage, ServerResponse } from "node:http";
import proxyAddress from "proxy-addr";
import type { Application } from "~/application.server";
import { DomainError } from "~/domain/errors";
import { viewedPage } from "~/domain/numbers/page-views.server";
import { readPublicChoice } from "~/domain/public-signatures/public-choice";
import { isLocale, isPseudoLocale } from "~/i18n/locales";
import { errorFacts } from "~/services/log.server";
import { acceptedEncoding } from "./accepted-encoding";
import { campaignPageOf, isCachedPath } from "./cached-paths";
import { isClientGone } from "./client-gone";
import { countAnswer } from "./count-answer";
import { isKnownTag } from "./entity-tag";
import { hasPrivacySignal } from "./global-privacy-control";
import { answerLawmakersRequest, tooManyLawmakersRequests } from "./lawmakers-endpoint";
import { nextPage } from "./next-page";
import type { PageCache } from "./page-cache.server";
import { keepBody, readBody } from "./read-body.server";
import { refusalOfPosts } from "./read-only.server";
import type { ReadyAnswer } from "./ready-answer";
import { reasonToWait } from "./reason-to-wait";
import { refuseInFront } from "./refused-in-front.server";
import { regionsAnswer } from "./regions-answer";
import { createRequestLimit, type RequestLimit } from "./request-limit";
import { isSameSitePost } from "./same-site";

export interface FrontSettings {
  app: Pick<
    Application,
    "takeSignForm" | "confirmByToken" | "counts" | "facts" | "ctx" | "switches" | "origin" | "log" | "views"
  >;
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
const lawmakersPath = /^\/api\/v1\/lawmakers(\?|$)/;
const plainForm = /^application\/x-www-form-urlencoded[ \t]*(;|$)/i;

/** A site's whole readership may sit behind one address, and one answer serves a reader. */
const LAWMAKERS_PER_MINUTE = 600;

/** A failure that comes this soon is a connection that broke: the next one may be whole, so the framework tries again. */
const SOON_MS = 1_000;

/**
 * Stands in front of Express and the framework and answers what comes by the thousand: public pages, the public
 * numbers, the lawmakers of a place, the sign form and the confirm button. It calls the same domain code as the routes, and hands on
 * whatever is not plain: faults, other kinds of body, anything refused.
 */
export function createFrontHandler(
  settings: FrontSettings,
): (request: IncomingMessage, response: ServerResponse) => void {
  const secretHeaders = { ...settings.headers, "referrer-policy": "no-referrer" };
  const limit = createRequestLimit(LAWMAKERS_PER_MINUTE);
  return (request, response) => {
    const { method, url = "/" } = request;
    if (lawmakersPath.test(url)) {
      return sendReady(settings, request, response, lawmakersOf(settings, request, limit));
    }
    if (method === "GET" || method === "HEAD") {
      if (isCachedPath(url)) return sendPage(settings, request, response, url);
      const numbers = numbersPath.exec(url);
      if (numbers?.[1]) return sendReady(settings, request, response, numbersOf(settings, numbers[1], numbers[2]));
      noteWhenSent(settings, request, response, url);
    }
    if (method === "POST" && plainForm.test(request.headers["content-type"] ?? "")) {
      const [, signLocale, slug] = signPath.exec(url) ?? [];
      if (signLocale && slug) {
        const work = sign(settings, request, signLocale, slug);
        return void leadOn(settings, request, response, settings.headers, work);
      }
      const [, confirmLocale, token] = confirmPath.exec(url) ?? [];
      if (confirmLocale && token) {
        const work = confirm(settings, request, confirmLocale, token);
        return void leadOn(settings, request, response, secretHeaders, work);
      }
    }
    settings.site(request, response);
  };
}

/** Leads on to where the work says, or hands the request over; nothing that goes wrong here gets out. */
async function leadOn(
  settings: FrontSettings,
  request: IncomingMessage,
  response: ServerResponse,
  headers: Record<string, string>,
  work: Promise<string | null>,
): Promise<void> {
  const since = performance.now();
  try {
    const location = await work.catch((error: unknown) => {
      if (isClientGone(request, response)) return null;
      const reason = reasonToWait(error);
      if (error instanceof DomainError) return null;
      // The framework tries once more and shows the page that tells of the fault …
      if (reason === null) settings.app.log.error("fault in front", errorFacts(error));
      // … but where all are waiting, doing it twice would keep the next ones waiting for longer.
      else if (reason === "tooBusy" || performance.now() - since > SOON_MS) {
        settings.app.log.warn("refused in front", { reason, ...errorFacts(error) });
        refuseInFront(request, reason);
      }
      return null;
    });
    if (isClientGone(request, response)) return;
    if (location === null) return settings.site(request, response);
    response.writeHead(303, { ...headers, "Cache-Control": "no-store", "Content-Length": "0", Location: location });
    response.end();
  } catch (error) {
    settings.app.log.error("fault in front", errorFacts(error));
    response.destroy();
  }
}

function sendPage(settings: FrontSettings, request: IncomingMessage, response: ServerResponse, path: string) {
  const send = (page: Awaited<ReturnType<PageCache["find"]>>) => {
    if (page === null) {
      noteWhenSent(settings, request, response, path);
      return settings.site(request, response);
    }
    if (page.viewed !== null && isRead(request)) settings.app.views.note(page.viewed);
    if (page.etag !== null && isKnownTag(request.headers["if-none-match"], page.etag)) {
      response.writeHead(304, page.headers);
      return response.end();
    }
    const encoding = acceptedEncoding(request.headers["accept-encoding"]);
    const body = page.body(encoding);
    const ofBody = encoding === "identity" ? [] : ["Content-Encoding", encoding];
    response.writeHead(page.status, [...page.headers, ...ofBody, "Content-Length", String(body.length)]);
    response.end(request.method === "HEAD" ? undefined : body);
  };
  const found = settings.pages.find(path, hasPrivacySignal(request.headers["sec-gpc"]));
  if (found instanceof Promise) void found.then(send);
  else send(found);
}

/** A page that is only looked up, or fetched in case somebody might want it, is not read. */
function isRead({ method, headers }: IncomingMessage): boolean {
  return method === "GET" && headers["sec-purpose"] === undefined;
}

/** For the page of a campaign that is not sent from memory. */
function noteWhenSent({ app }: FrontSettings, request: IncomingMessage, response: ServerResponse, url: string) {
  const page = isRead(request) ? campaignPageOf(url) : null;
  if (page === null) return;
  response.once("finish", () => {
    if (response.statusCode === 200) app.views.note(viewedPage(page.locale, page.address));
  });
}

function numbersOf({ app }: FrontSettings, slug: string, which: string | undefined): ReadyAnswer | null {
  if (which === "count") {
    const counts = app.counts.current();
    return counts && countAnswer(counts, slug);
  }
  const regions = app.counts.regions.current();
  return regions && regionsAnswer(regions, slug);
}

function lawmakersOf({ app, trustsProxy }: FrontSettings, request: IncomingMessage, limit: RequestLimit): ReadyAnswer {
  const { method = "GET", url = "/" } = request;
  // Whatever was sent along is not wanted.
  request.resume();
  const wait = limit.take(proxyAddress(request, trustsProxy));
  if (wait > 0) return tooManyLawmakersRequests(wait);
  const start = url.indexOf("?");
  const query = new URLSearchParams(start === -1 ? "" : url.slice(start + 1));
  const asked = { method, query, knownTag: request.headers["if-none-match"] };
  return answerLawmakersRequest(app.facts.current(), asked, app.ctx.now());
}

function sendReady(
  settings: FrontSettings,
  request: IncomingMessage,
  response: ServerResponse,
  answer: ReadyAnswer | null,
) {
  // Not read yet: the route waits for the reading.
  if (answer === null) return settings.site(request, response);
  const isWithoutBody = answer.status === 204 || answer.status === 304;
  const length = isWithoutBody ? {} : { "Content-Length": String(Buffer.byteLength(answer.body)) };
  response.writeHead(answer.status, { ...settings.headers, ...answer.headers, ...length });
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
  const intent = form?.get("intent") ?? null;
  // The same page can also renew and withdraw.
  if (form === null || (intent !== null && intent !== "confirm")) return null;
  const { values, errors } = readPublicChoice(form);
  if (errors !== null) return null;
  const gpc = hasPrivacySignal(request.headers["sec-gpc"]);
  const outcome = await settings.app.confirmByToken(token, { ...values, locale, gpc });
  return outcome?.result === "confirmed" ? nextPage(locale, outcome.campaignSlug, outcome.next) : null;
}

/** The framework knows whether pseudo-locales are offered. */
function isReadersLocale(locale: string): boolean {
  return isLocale(locale) && !isPseudoLocale(locale);
}

/** The fields of a plain form of our own pages; null for anything else, which stays readable for the framework. */
async function readPlainForm({ app }: FrontSettings, request: IncomingMessage, locale: string) {
  const { origin, host, "sec-fetch-site": site } = request.headers;
  const from = { origin, host, site: typeof site === "string" ? site : undefined };
  const body = await readBody(request);
  keepBody(request, body);
  if (body === null || !isSameSitePost(from, app.origin()) || !isReadersLocale(locale)) return null;
  if ((await refusalOfPosts(app.switches)) !== null) return null;
  return new URLSearchParams(body.toString("utf8"));
}
