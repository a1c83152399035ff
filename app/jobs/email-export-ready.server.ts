import { findExportMail } from "~/domain/exports/export-mail.server";
import type { JobPayload } from "~/domain/outbox/jobs";
import type { OutgoingMail } from "~/services/mailer";
import { exportReadyMail } from "~emails/export-ready";
import type { JobContext } from "./job-context";
import { mailLocale, mailWords, portalMailWords, siteName } from "./mail-words";

/** Writes the mail that a file waits in the portal. */
export async function composeExportReady(
  ctx: JobContext,
  { exportId }: JobPayload<"email-export-ready">,
): Promise<OutgoingMail | null> {
  const facts = await findExportMail(ctx, exportId);
  if (facts === null) return null;
  const locale = mailLocale(facts.locale);
  const mail = await exportReadyMail({
    t: mailWords(ctx, locale),
    words: portalMailWords(ctx, locale),
    locale,
    site: { name: siteName, origin: ctx.origin() },
    link: `${ctx.origin()}/portal/${encodeURIComponent(facts.organization)}/exports`,
    rows: facts.rows,
    until: facts.expiresAt,
  });
  return { to: facts.email, ...mail };
}
