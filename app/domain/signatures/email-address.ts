import { domainToASCII } from "node:url";

// Looser than RFC 5322 and stricter than the wire: letters of any script, no spaces, no control
// characters, none of the characters that need quoting. The mail itself is the real check.
const shape = /^[^\s\p{Cc}@"(),:;<>[\\\]]{1,64}@([^\s\p{Cc}@"(),:;<>[\\\]]+\.[^\s\p{Cc}@"(),:;<>[\\\]]{2,})$/u;

/** Whether a mail could be sent there (RFC 5321 lengths; a domain with a dot that DNS could hold). */
export function isEmailAddress(text: string): boolean {
  const domain = shape.exec(text)?.[1];
  if (!domain || text.length > 254 || text.startsWith(".") || text.includes("..") || text.includes(".@")) return false;
  const ascii = domainToASCII(domain);
  return (
    ascii !== "" && ascii.length <= 253 && ascii.split(".").every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label))
  );
}
