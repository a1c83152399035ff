import { issueInvitation } from "~/domain/access/invitations.server";
import type { JobPayload } from "~/domain/outbox/jobs";
import type { OutgoingMail } from "~/services/mailer";
import { invitationMail } from "~emails/invitation";
import type { JobContext } from "./job-context";
import { mailLocale, mailWords, portalMailWords, siteName } from "./mail-words";

/** Writes the mail that asks somebody to become a member. */
export async function composeInvitation(
  ctx: JobContext,
  { invitationId }: JobPayload<"email-invitation">,
): Promise<OutgoingMail | null> {
  const issued = await issueInvitation(ctx, invitationId);
  if (issued === null) return null;
  const locale = mailLocale(issued.locale);
  const mail = await invitationMail({
    t: mailWords(ctx, locale),
    words: portalMailWords(ctx, locale),
    locale,
    site: { name: siteName, origin: ctx.origin() },
    organization: issued.organization,
    link: `${ctx.origin()}/portal/invitations/${issued.token}`,
    until: issued.expiresAt,
  });
  return { to: issued.email, ...mail };
}
