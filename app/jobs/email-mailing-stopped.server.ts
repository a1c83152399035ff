import { findStoppedMail } from "~/domain/mailings/stopped-mail.server";
import type { JobPayload } from "~/domain/outbox/jobs";
import type { OutgoingMail } from "~/services/mailer";
import { mailingStoppedMail } from "~emails/mailing-stopped";
import type { JobContext } from "./job-context";
import { mailLocale, mailWords, portalMailWords, siteName } from "./mail-words";

/** Writes the mail that a mailing was stopped. */
export async function composeMailingStopped(
  ctx: JobContext,
  payload: JobPayload<"email-mailing-stopped">,
): Promise<OutgoingMail | null> {
  const facts = await findStoppedMail(ctx, payload);
  if (facts === null) return null;
  const locale = mailLocale(facts.locale);
  const { name, sent, complained } = facts;
  const path = `portal/${encodeURIComponent(facts.organization)}/mailings/${payload.mailingId}`;
  const mail = await mailingStoppedMail({
    t: mailWords(ctx, locale),
    words: portalMailWords(ctx, locale),
    locale,
    site: { name: siteName, origin: ctx.origin() },
    link: `${ctx.origin()}/${path}`,
    ...{ name, sent, complained },
  });
  return { to: facts.email, ...mail };
}
