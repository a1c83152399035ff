import { type LookupAddress, lookup } from "node:dns";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";
import type { LinkAnswer, LinkChecker, LinkFault } from "~/domain/partner-actions/link-checker";
import { readLink } from "~/domain/partner-actions/link-rule";

const TIMEOUT_MS = 10_000;
const MOST_REDIRECTS = 5;
const PRIVATE = "EPRIVATE";

type LookedUp = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void;

interface Settings {
  /** Which links and redirects may be followed at all; by default those that an action may have. */
  isAllowedLink?: (url: string) => boolean;
  /** Which addresses may be connected to; by default those of the public internet. */
  isAllowedAddress?: (address: string) => boolean;
  /** Every address of a name. */
  lookUp?: (name: string, done: LookedUp) => void;
  /** For everything, redirects included. */
  timeoutMs?: number;
}

/**
 * Asks for the page behind a link, as a browser would, and reads none of it. It connects only to an address that it has
 * looked at itself, so that a name that leads into our own network, at first or at a second look, is not followed.
 */
export function createLinkChecker({
  isAllowedLink = (url) => "url" in readLink(url),
  isAllowedAddress = isPublicAddress,
  lookUp = (name, done) => lookup(name, { all: true }, done),
  timeoutMs = TIMEOUT_MS,
}: Settings = {}): LinkChecker {
  /** The one look-up of a connection: what it gives is what is connected to. */
  const guarded: LookupFunction = (hostname, options, done) => {
    lookUp(hostname, (error, addresses) => {
      if (error) return done(error, "");
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => isAllowedAddress(address))) {
        return done(Object.assign(new Error("The name leads to a private address."), { code: PRIVATE }), "");
      }
      if (options.all) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };

  function ask(url: URL, signal: AbortSignal): Promise<{ status: number; location: string | undefined }> {
    const host = url.hostname.replace(/^\[|\]$/g, "");
    // An address that stands in the link itself is never looked up.
    if (isIP(host) !== 0 && !isAllowedAddress(host))
      return Promise.reject(Object.assign(new Error(), { code: PRIVATE }));
    return new Promise((resolve, reject) => {
      const request = (url.protocol === "https:" ? https : http).get(
        url,
        {
          lookup: guarded,
          agent: false,
          signal,
          headers: { "User-Agent": "PrivacyForAll-LinkCheck/1.0", Accept: "text/html,*/*;q=0.5" },
        },
        (response: IncomingMessage) => {
          resolve({ status: response.statusCode ?? 0, location: response.headers.location });
          response.destroy();
        },
      );
      request.on("error", reject);
    });
  }

  return {
    async check(link, cutting) {
      const timeout = AbortSignal.timeout(timeoutMs);
      const signal = cutting === undefined ? timeout : AbortSignal.any([timeout, cutting]);
      try {
        return await follow(link, (url) => ask(url, signal), isAllowedLink);
      } catch (error) {
        // The worker stops: the job is done another time.
        if (cutting?.aborted) throw error;
        return dead(timeout.aborted ? "timeout" : faultOf(error));
      }
    },
  };
}

async function follow(
  link: string,
  ask: (url: URL) => Promise<{ status: number; location: string | undefined }>,
  isAllowedLink: (url: string) => boolean,
): Promise<LinkAnswer> {
  let url = new URL(link);
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    if (!isAllowedLink(url.href)) return dead(url.protocol === "http:" ? "insecure" : "private");
    const { status, location } = await ask(url);
    if (status < 300 || status >= 400 || location === undefined) return answerOf(status);
    if (!URL.canParse(location, url)) return dead("status", status);
    url = new URL(location, url);
  }
  return dead("redirects");
}

/** These come from a site that is there and keeps programs out, or asks them to wait. */
const keepsOut = new Set([401, 403, 405, 406, 429, 451]);

function answerOf(status: number): LinkAnswer {
  if ((status >= 200 && status < 400) || keepsOut.has(status)) return { state: "works", status };
  return dead(status === 404 || status === 410 ? "notFound" : "status", status);
}

function dead(fault: LinkFault, status: number | null = null): LinkAnswer {
  return { state: "dead", fault, status };
}

function faultOf(error: unknown): LinkFault {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === PRIVATE) return "private";
  if (code === "ENOTFOUND" || code === "ENODATA" || code === "EAI_AGAIN") return "noAddress";
  if (code === "ETIMEDOUT") return "timeout";
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|EPROTO/.test(code) ? "certificate" : "refused";
}

/** What the registries of special addresses (IANA, RFC 6890) keep from the public internet. */
const special = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  special.addSubnet(net, bits, "ipv4");
}
/** Of IPv6 only what is given out to the public is public; within it these are not, or lead on to an IPv4 address. */
const given = new BlockList();
given.addSubnet("2000::", 3, "ipv6");
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["2620:4f:8000::", 48],
  ["3fff::", 20],
] as const) {
  special.addSubnet(net, bits, "ipv6");
}

/** Whether an address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, "ipv4");
  return family === 6 && given.check(address, "ipv6") && !special.check(address, "ipv6");
}
