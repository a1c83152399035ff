import { disposableEmailBlocklistSet } from "disposable-email-domains-js";

let blocked: Set<string> | undefined;

/** Whether a domain, or one above it, belongs to a service for throw-away addresses. @param domain in ASCII, lower case */
export function isDisposableDomain(domain: string): boolean {
  blocked ??= disposableEmailBlocklistSet();
  const labels = domain.split(".");
  for (let from = 0; from < labels.length - 1; from++) if (blocked.has(labels.slice(from).join("."))) return true;
  return false;
}
