import { z } from "zod";
import type { SuppressionReason } from "./may-receive";

const envelope = z.object({
  type: z.string().regex(/^[\w.-]{1,100}$/),
  created_at: z.string().optional(),
  data: z.unknown().optional(),
});

const addresses = z.union([z.string().transform((one) => [one]), z.array(z.string()).min(1)]);
/** The service names the mail that it speaks of by the id that it gave when it took it. */
const named = z.object({ email_id: z.string().regex(/^[\w-]{1,100}$/) });
const mail = z.object({ to: addresses, bounce: z.object({ type: z.string() }).nullish() });
const listed = z.object({ email: z.string(), origin: z.string() });

/** What the mail service tells of a mail, and what follows from it. */
export interface MailEvent {
  type: string;
  /** When it happened, by the service's clock; null where it did not say. */
  at: Date | null;
  /** The id under which the service took the mail; null where it did not say. */
  providerId: string | null;
  /** Null where nothing follows. */
  suppress: { emails: string[]; reason: SuppressionReason } | null;
}

/**
 * Reads an event of Resend (https://resend.com/docs/webhooks/event-types). An unknown type is an event from
 * which nothing follows.
 * @returns null when it can't be read: no event at all, or one that concerns an address but names none
 */
export function readMailEvent(text: string): MailEvent | null {
  const parsed = envelope.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const { type, created_at, data } = parsed.data;
  const at = created_at === undefined ? Number.NaN : Date.parse(created_at);
  const suppress = consequence(type, data);
  if (suppress === "unreadable") return null;
  const providerId = named.safeParse(data).data?.email_id ?? null;
  return { type, at: Number.isNaN(at) ? null : new Date(at), providerId, suppress };
}

function consequence(type: string, data: unknown): MailEvent["suppress"] | "unreadable" {
  switch (type) {
    case "email.bounced": {
      const { success, data: bounced } = mail.safeParse(data);
      if (!success) return "unreadable";
      // The event means a permanent refusal; where its kind is named, only that kind ends the mail.
      const isPermanent = (bounced.bounce?.type ?? "Permanent").toLowerCase() === "permanent";
      return isPermanent ? { emails: bounced.to, reason: "bounced" } : null;
    }
    case "email.complained":
      return reasonFor(data, "complained");
    // Resend did not send it, because the address is on its own list after a bounce or a complaint.
    case "email.suppressed":
      return reasonFor(data, "bounced");
    case "suppression.added": {
      const { success, data: added } = listed.safeParse(data);
      if (!success) return "unreadable";
      return { emails: [added.email], reason: added.origin === "complaint" ? "complained" : "bounced" };
    }
    // `email.failed` tells of our keys, domains and quotas, not of the address.
    default:
      return null;
  }
}

function reasonFor(data: unknown, reason: SuppressionReason): MailEvent["suppress"] | "unreadable" {
  const parsed = mail.safeParse(data);
  return parsed.success ? { emails: parsed.data.to, reason } : "unreadable";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
