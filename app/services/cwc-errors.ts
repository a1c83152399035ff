import type { RejectionReason } from "~/domain/deliveries/cwc-channel";

/** Which words of a gateway's error mean which reason; the first that fits an error is taken. */
const signs: readonly [RegExp, RejectionReason][] = [
  [/memberoffice|not active|inactive|not participating|recipient/i, "office"],
  [/prefix/i, "prefix"],
  [/e-?mail/i, "email"],
  [/phone/i, "phone"],
  [/address|city|zip|state|district|constituency/i, "address"],
  [/first ?name|last ?name|name/i, "name"],
  [/subject/i, "subject"],
  [/message|statement|body/i, "text"],
];

/**
 * What the `<Error>` elements of a refusal say, as codes. The words themselves go no further than here: they may quote the
 * message or the address.
 */
export function rejectionReasonsOf(body: string): RejectionReason[] {
  const errors = [...body.matchAll(/<Error\b[^>]*>([\s\S]*?)<\/Error>/gi)].map(([, words]) => words ?? "");
  const reasons = errors.map((words) => signs.find(([sign]) => sign.test(words))?.[1] ?? "other");
  return reasons.length === 0 ? ["other"] : [...new Set(reasons)].slice(0, 5);
}
