import { z } from "zod";
import { mailDomain } from "../abuse/mail-domain";
import file from "./free-mail-domains.json";

const { families, domains } = z.object({ families: z.array(z.string()), domains: z.array(z.string()) }).parse(file);
const free = new Set(domains);
const inFamily = new RegExp(`^(${families.join("|")})\\.[a-z]{2,3}(\\.[a-z]{2})?$`);
/** Below these anybody may have a name: `co.ke` says nothing of who somebody is. */
const sharedSuffix = /^(ac|co|com|edu|go|gob|gouv|gov|mil|ne|net|ngo|nic|nom|or|org|sc|web)\.[a-z]{2}$/;

/** Whether anybody gets a mailbox at the domain of an address. */
export function isFreeMail(email: string): boolean {
  const domain = mailDomain(email);
  const labels = domain.split(".");
  return inFamily.test(domain) || labels.some((_, from) => free.has(labels.slice(from).join(".")));
}

/**
 * Whether an address is at the domain of a website, or one lies below the other: `press@example.org` for
 * `https://www.example.org/about`, `me@lab.example.edu` for `https://example.edu`.
 * @param website an address that `readWebsite` gave
 */
export function isOwnDomain(email: string, website: string): boolean {
  const mail = mailDomain(email);
  const site = new URL(website).hostname.replace(/^www\./, "").replace(/\.$/, "");
  return mail === site || isBelow(mail, site) || isBelow(site, mail);
}

function isBelow(domain: string, above: string): boolean {
  return domain.endsWith(`.${above}`) && above.includes(".") && !sharedSuffix.test(above);
}

/** The address of a website as it is kept; null where it is none. Without a scheme `https` is meant. */
export function readWebsite(typed: string): string | null {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const isName = /^([a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{1,62}$/.test(url.hostname.replace(/\.$/, ""));
  if (!isName || url.username !== "" || url.password !== "") return null;
  url.hash = "";
  return url.href;
}
