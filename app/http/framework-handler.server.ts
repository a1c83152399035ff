import { pipeline } from "node:stream/promises";
import type { AppLoadContext, RequestHandler as FrameworkHandler } from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from "express";
import { defaultLocale, isLocale } from "~/i18n/locales";
import { isPortalPath } from "~/i18n/portal-locales";
import { isClientGone } from "./client-gone";
import { errorStatus, type FaultCode, retryAfterSeconds } from "./faults";
import { createUploadGate, MAX_UPLOAD_BYTES, takesPicture } from "./portal/picture-upload";
import { MAX_BODY_BYTES, readBody } from "./read-body.server";
import { refusalOfPosts } from "./read-only.server";
import { refusalInFront, refuseInFront } from "./refused-in-front.server";
import { isSameSitePost } from "./same-site";

interface Options {
  handle: FrameworkHandler;
  publicOrigin(): string;
  loadContext(request: ExpressRequest): AppLoadContext;
}

/**
 * Hands a request to the framework. Ours instead of the framework's own adapter, because a body is measured
 * before anything is done with it, and a refused request must still end in a page of the site.
 */
export function frameworkHandler(options: Options): RequestHandler {
  const gate = createUploadGate();
  return async (request, response, next) => {
    let leave: (() => void) | null = null;
    try {
      const context = options.loadContext(request);
      const isUpload = await maySendPicture(request, context);
      if (isUpload) {
        leave = gate.enter();
        if (leave === null) refuseInFront(request, "tooBusy");
      }
      const { webRequest, fault } = await toWebRequest(request, response, options.publicOrigin(), {
        refusal: () => refusalOfPosts(context.switches),
        mostBytes: leave === null ? MAX_BODY_BYTES : MAX_UPLOAD_BYTES,
      });
      // The page says it beside the field.
      if (isUpload && leave !== null && fault === "bodyTooLarge")
        return response.redirect(303, `${request.path}?done=tooLarge`);
      if (fault && /^\/(api|webhooks)\//.test(request.path)) return refuseProgram(response, fault);
      if (fault === "methodNotAllowed") response.set("Allow", "GET, HEAD, POST");
      const answer = await options.handle(webRequest, { ...context, fault });
      await sendWebResponse(response, answer);
    } catch (error) {
      // A connection that ended in the middle of a request is no fault, and nobody is there to be told.
      if (!isClientGone(request, response)) next(error);
    } finally {
      leave?.();
    }
  };
}

/** Whether somebody who is signed in sends a picture: to nobody else so much memory is given. */
async function maySendPicture(request: ExpressRequest, { portal }: AppLoadContext): Promise<boolean> {
  return request.method === "POST" && takesPicture(request.path) && (await portal.visitor()) !== null;
}

async function toWebRequest(
  request: ExpressRequest,
  response: ExpressResponse,
  publicOrigin: string,
  { refusal, mostBytes }: { refusal: () => Promise<FaultCode | null>; mostBytes: number },
) {
  const url = new URL(request.originalUrl, `${request.protocol}://${request.get("host") ?? "localhost"}`);
  // The framework's old way to ask for a loader's data: no page of ours does, and its answer would be a fault.
  if (url.searchParams.has("_data")) url.searchParams.delete("_data");
  const aborted = new AbortController();
  response.on("close", () => aborted.abort());
  const headers = webHeaders(request);
  const plain = { headers, signal: aborted.signal };
  const refuse = (fault: FaultCode) => ({ webRequest: new Request(url, plain), fault });

  if (!isDecodable(url.pathname)) {
    // The framework would print the address and go on with it as it is.
    request.resume();
    url.pathname = pathOfLanguage(url.pathname);
    return refuse("badRequest");
  }
  if (request.method === "GET" || request.method === "HEAD") {
    return { webRequest: new Request(url, { ...plain, method: request.method }), fault: null };
  }
  if (request.method !== "POST") {
    request.resume();
    return refuse("methodNotAllowed");
  }
  const body = await readBody(request, mostBytes);
  const ofSite = async () => (takesPostsAlways(url.pathname) ? null : await refusal());
  const refused = refusalInFront(request) ?? (body === null ? "bodyTooLarge" : await ofSite());
  if (refused !== null || body === null) return refuse(refused ?? "bodyTooLarge");
  // A mail program unsubscribes from wherever it runs (RFC 8058): the secret in the address is the authority.
  const isUnsubscribing = /^\/[^/]+\/unsubscribe\/[^/]+$/.test(url.pathname);
  const mustSay = isPortalPath(url.pathname);
  if (!isUnsubscribing && !isSameSitePost(originHeaders(request), publicOrigin, { mustSay }))
    return refuse("crossSite");
  // Checked above; the framework's own check answers an empty 500 to the `Origin: null` of our token pages.
  headers.delete("origin");
  return {
    webRequest: new Request(url, { ...plain, method: request.method, body: new Uint8Array(body) }),
    fault: null,
  };
}

/** While the site only shows, the host's people must still be able to turn that off. */
function takesPostsAlways(path: string): boolean {
  return path === "/portal/host/operations";
}

/** Whether every escape in a path stands for a character: `/%E0%A4%A` is cut off in the middle of one. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** The start page in the language that a path begins with. */
function pathOfLanguage(path: string): string {
  const first = path.split("/")[1];
  return `/${isLocale(first) ? first : defaultLocale}`;
}

/** The error of the contract; a page would not help a program. */
function refuseProgram(response: ExpressResponse, fault: FaultCode) {
  const code = fault.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (errorStatus[fault] === 503) response.set("Retry-After", String(retryAfterSeconds(fault)));
  response
    .status(errorStatus[fault])
    .set("Cache-Control", "no-store")
    .json({ error: { code, message: "The request was refused." } });
}

function originHeaders(request: ExpressRequest) {
  return {
    origin: request.get("origin"),
    site: request.get("sec-fetch-site"),
    host: request.get("host"),
  };
}

function webHeaders(request: ExpressRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    // The framework would believe a forwarded host that anybody can send.
    if (value === undefined || name.startsWith("x-forwarded-") || name === "content-length" || name.startsWith(":"))
      continue;
    for (const one of [value].flat()) headers.append(name, one);
  }
  return headers;
}

async function sendWebResponse(response: ExpressResponse, answer: Response) {
  response.statusMessage = answer.statusText;
  response.status(answer.status);
  for (const [name, value] of answer.headers) {
    // A route's own header stands in place of the general one; only cookies may stand side by side.
    if (name === "set-cookie") response.append(name, value);
    else response.set(name, value);
  }
  // The framework's own writer does not wait for a reader who is slower: a long file would pile up in memory. And a
  // reader who goes away ends the stream here, so that whoever writes it hears of it.
  if (answer.body) await pipeline(partsOf(answer.body), response);
  else response.end();
}

async function* partsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    // Nothing where the stream has ended by itself.
    await reader.cancel();
  }
}
