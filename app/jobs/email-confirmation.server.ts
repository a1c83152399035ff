import { judgeSignatures } from "~/domain/abuse/judge-signatures.server";
import { type Campaign, getCampaign } from "~/domain/campaigns/get-campaign.server";
import type { JobPayload } from "~/domain/outbox/jobs";
import { findPartnerNames } from "~/domain/partners/find-partner-names.server";
import { type IssuedLink, issueLinks } from "~/domain/signatures/issue-link.server";
import type { OutgoingMail } from "~/services/mailer";
import { writeConfirmation } from "./confirmation-mail.server";
import type { JobContext } from "./job-context";
import { mailLocale, mailWords, siteName } from "./mail-words";
import { stopUrls } from "./stop-url.server";

/** Writes the mails with the links and the codes that confirm signatures, in the order of the payloads. */
export async function composeConfirmations(
  ctx: JobContext,
  payloads: readonly JobPayload<"email-confirmation">[],
): Promise<(OutgoingMail | null)[]> {
  const withheld = await judgeSignatures(ctx, payloads);
  const wanted = payloads.filter(({ confirmationId }) => !withheld.has(confirmationId));
  const links = await issueLinks(ctx, wanted);
  const issued = payloads.map((payload) => links[wanted.indexOf(payload)] ?? null);
  const writable = issued.filter((link) => link !== null);
  // Confirming was asked for, so no header offers to unsubscribe from it; a reminder or news were perhaps not.
  const stops = await stopUrls(
    ctx,
    writable.map(({ confirmation: { campaignId, signatureId, locale } }) => ({
      campaignId,
      signatureId,
      locale: mailLocale(locale),
    })),
  );
  const shared = sharedFacts(ctx);
  const written = new Map<IssuedLink, OutgoingMail>();
  for (const [position, link] of writable.entries()) {
    written.set(link, await writeOne(ctx, shared, link, stops[position] ?? ""));
  }
  return issued.map((link) => (link && written.get(link)) ?? null);
}

async function writeOne(ctx: JobContext, shared: SharedFacts, issued: IssuedLink, stopUrl: string) {
  const { confirmation, token, code, validDays, unconfirmedDays } = issued;
  const locale = mailLocale(confirmation.locale);
  const { petitionContent, slug } = await shared.campaign(confirmation.campaignSlug, locale);
  const mail = await writeConfirmation({
    t: mailWords(ctx, locale),
    locale,
    site: { name: siteName, origin: ctx.origin() },
    name: confirmation.name,
    petition: { title: petitionContent.title, locale: petitionContent.locale },
    link: confirmation.byCodeOnly ? null : `${ctx.origin()}/${locale}/confirm/${token}`,
    codePageUrl: `${ctx.origin()}/${locale}/campaigns/${slug}/check-inbox`,
    code,
    validDays,
    unconfirmedDays,
    choices: {
      updates: confirmation.choices.newsletter,
      partners: await shared.partnerNames(confirmation.choices.partnerIds),
    },
    stopUrl,
  });
  return { to: confirmation.email, ...mail };
}

type SharedFacts = ReturnType<typeof sharedFacts>;

/** What mails that are written together read once. */
function sharedFacts(ctx: JobContext) {
  const campaigns = new Map<string, Promise<Campaign>>();
  const names = new Map<string, Promise<string[]>>();
  return {
    campaign: (slug: string, locale: string) =>
      once(campaigns, `${slug} ${locale}`, () => getCampaign(ctx, slug, locale)),
    partnerNames: (ids: readonly string[]) => once(names, [...ids].sort().join(), () => findPartnerNames(ctx, ids)),
  };
}

function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
