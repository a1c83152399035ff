import { Resolver } from "node:dns/promises";
import { type MailDomainAnswer, type MailDomains, noMailDomains } from "~/domain/abuse/mail-domains";

const TIMEOUT_MS = 2_000;
const KEPT = 10_000;
const KEPT_MS = 6 * 3_600_000;
/** A time-out says nothing about the domain; it is asked again soon. */
const UNKNOWN_KEPT_MS = 60_000;

/** The part of Node's resolver that is used; a time-out or a refusal throws. */
export type DnsResolver = Pick<Resolver, "resolveMx" | "resolve4" | "resolve6">;

/**
 * The DNS is asked only where mail leaves: not in the demo, which keeps its mail, and not where a mail service on this
 * machine takes it.
 */
export function mailDomainsFor(env: {
  RESEND_API_KEY?: string | undefined;
  RESEND_BASE_URL?: string | undefined;
}): MailDomains {
  const { hostname } = new URL(env.RESEND_BASE_URL ?? "https://api.resend.com");
  const isHere = hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
  return env.RESEND_API_KEY && !isHere ? createMailDomains() : noMailDomains;
}

/** Answers by which the DNS says that there is no such record, as opposed to failing. */
const noRecord = new Set(["ENOTFOUND", "ENODATA"]);

/**
 * Asks the DNS whether mail can be delivered to a domain: by its MX records, where a single "." says that it takes
 * none (RFC 7505, section 3), or without any by its own address (RFC 5321, section 5.1). Answers are kept for hours.
 */
export function createMailDomains({
  resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 1 }),
  timeoutMs = TIMEOUT_MS,
  now = Date.now,
}: {
  resolver?: DnsResolver;
  timeoutMs?: number;
  now?: () => number;
} = {}): MailDomains {
  const kept = new Map<string, { answer: MailDomainAnswer; until: number }>();

  function known(domain: string): MailDomainAnswer | null {
    const entry = kept.get(domain);
    return entry !== undefined && entry.until > now() ? entry.answer : null;
  }

  return {
    known,
    async lookUp(domain) {
      const before = known(domain);
      if (before !== null) return before;
      const answer = await inTime(askDns(resolver, domain), timeoutMs);
      const oldest = kept.size >= KEPT ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      kept.delete(domain);
      kept.set(domain, { answer, until: now() + (answer === "unknown" ? UNKNOWN_KEPT_MS : KEPT_MS) });
      return answer;
    },
  };
}

async function askDns(resolver: DnsResolver, domain: string): Promise<MailDomainAnswer> {
  try {
    const servers = await resolver.resolveMx(domain).catch(noneIfNoRecord);
    if (servers.length > 0) return servers.every(({ exchange }) => isRoot(exchange)) ? "takes-none" : "takes-mail";
    for (const resolve of [resolver.resolve4(domain), resolver.resolve6(domain)].map((asked) => settled(asked))) {
      const outcome = await resolve;
      if (outcome.error !== null) throw outcome.error;
      if (outcome.addresses.length > 0) return "takes-mail";
    }
    return "takes-none";
  } catch {
    return "unknown";
  }
}

const isRoot = (exchange: string) => exchange === "" || exchange === ".";

/** Holds an error back until it is looked at: the other question may have been answered by then. */
async function settled(asked: Promise<string[]>): Promise<{ addresses: string[]; error: unknown }> {
  try {
    return { addresses: await asked.catch(noneIfNoRecord), error: null };
  } catch (error) {
    return { addresses: [], error };
  }
}

function noneIfNoRecord(error: unknown): never[] {
  if (error instanceof Error && "code" in error && noRecord.has(String(error.code))) return [];
  throw error;
}

/** The resolver's own limit is for each try of each server. */
async function inTime(asked: Promise<MailDomainAnswer>, ms: number): Promise<MailDomainAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<MailDomainAnswer>((resolve) => {
    timer = setTimeout(() => resolve("unknown"), ms);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
