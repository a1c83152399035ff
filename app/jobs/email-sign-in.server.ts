import { issueSignIn } from "~/domain/access/sign-in.server";
import type { JobPayload } from "~/domain/outbox/jobs";
import type { OutgoingMail } from "~/services/mailer";
import { signInMail } from "~emails/sign-in";
import type { JobContext } from "./job-context";
import { mailLocale, mailWords, portalMailWords, siteName } from "./mail-words";

/** Writes the mail with a link and a code to sign in; nothing for an address that is nobody's. */
export async function composeSignIn(
  ctx: JobContext,
  { requestId }: JobPayload<"email-sign-in">,
): Promise<OutgoingMail | null> {
  const issued = await issueSignIn(ctx, requestId);
  if (issued === null) return null;
  const locale = mailLocale(issued.locale);
  const mail = await signInMail({
    t: mailWords(ctx, locale),
    words: portalMailWords(ctx, locale),
    locale,
    site: { name: siteName, origin: ctx.origin() },
    link: `${ctx.origin()}/portal/sign-in/${issued.token}`,
    code: issued.code,
    isProof: issued.isProof,
    minutes: Math.max(1, Math.round((issued.expiresAt.getTime() - ctx.now().getTime()) / 60_000)),
  });
  return { to: issued.email, ...mail };
}
