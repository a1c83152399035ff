import { domainToASCII } from "node:url";
import { z } from "zod";
import providersFile from "./mail-providers.json";

const spelling = z.object({ tagSeparators: z.array(z.string().length(1)), ignoreDots: z.boolean() });
const rules = z
  .object({
    default: spelling,
    providers: z.array(spelling.extend({ domains: z.array(z.string()), canonicalDomain: z.string().optional() })),
  })
  .parse(providersFile);

const byDomain = new Map(rules.providers.flatMap((provider) => provider.domains.map((domain) => [domain, provider])));

/**
 * One spelling for each mailbox: case, dots and tags are taken away as the mailbox's provider does
 * (`mail-providers.json`), so that one mailbox can't sign as many. Not an address to write to.
 */
export function canonicalMailbox(email: string): string {
  const at = email.lastIndexOf("@");
  const domain = domainToASCII(email.slice(at + 1).toLowerCase()).replace(/\.$/, "");
  const provider = byDomain.get(domain);
  const rule = provider ?? rules.default;

  let local = email.slice(0, at).normalize("NFKC").toLowerCase();
  for (const separator of rule.tagSeparators) {
    const tag = local.indexOf(separator);
    if (tag > 0) local = local.slice(0, tag);
  }
  if (rule.ignoreDots) local = local.replaceAll(".", "") || local;
  return `${local}@${provider?.canonicalDomain ?? domain}`;
}
