import { renderMarkdown } from "~/domain/content/render-markdown.server";
import { findTestMail } from "~/domain/mailings/test-mailing.server";
import { type MailToSupporter, takeMailsToSupporters } from "~/domain/mailings/write-deliveries.server";
import type { JobPayload } from "~/domain/outbox/jobs";
import type { OutgoingMail } from "~/services/mailer";
import { mailingMail, writeMailing } from "~emails/mailing";
import type { JobContext } from "./job-context";
import { mailLocale, mailWords, portalMailWords, siteName } from "./mail-words";
import { oneClickHeaders } from "./stop-url.server";

/** Writes the mails of mailings to supporters, each in its place, null for who gets none at present. */
export async function composeMailings(
  ctx: JobContext,
  payloads: readonly JobPayload<"email-mailing">[],
): Promise<(OutgoingMail | null)[]> {
  const taken = await takeMailsToSupporters(
    ctx,
    payloads.map(({ deliveryId }) => deliveryId),
  );
  const mails: (OutgoingMail | null)[] = [];
  for (const one of taken) mails.push(one && (await compose(ctx, one)));
  return mails;
}

async function compose(ctx: JobContext, { email, stopToken, ...mail }: MailToSupporter): Promise<OutgoingMail> {
  const locale = mailLocale(mail.locale);
  const stopUrl = `${ctx.origin()}/${locale}/unsubscribe/${stopToken}`;
  const written = await writeMailing({
    t: mailWords(ctx, locale),
    locale,
    site: { name: siteName, origin: ctx.origin() },
    sender: mail.sender,
    postalAddress: mail.postalAddress,
    subject: mail.subject,
    bodyHtml: renderMarkdown(mail.body),
    petition: mail.petition,
    stopUrl,
  });
  return { to: email, ...written, headers: oneClickHeaders(stopUrl) };
}

/** Writes a mailing to a colleague who wants to see it. Its link stops nothing. */
export async function composeMailingTest(
  ctx: JobContext,
  payload: JobPayload<"email-mailing-test">,
): Promise<OutgoingMail | null> {
  const mail = await findTestMail(ctx, payload);
  if (mail === null) return null;
  const locale = mailLocale(mail.locale);
  const words = portalMailWords(ctx, mail.userLocale);
  const written = await mailingMail({
    t: mailWords(ctx, locale),
    locale,
    site: { name: siteName, origin: ctx.origin() },
    sender: mail.sender,
    postalAddress: mail.postalAddress,
    subject: mail.subject,
    bodyHtml: renderMarkdown(mail.body),
    petition: mail.petition,
    stopUrl: `${ctx.origin()}/${locale}/unsubscribe/test`,
  });
  return { to: mail.email, ...written, subject: words("mailingTest.subject", { subject: mail.subject }) };
}
