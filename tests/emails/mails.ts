import { createTranslators } from "~/i18n/instances.server";
import { type Locale, locales } from "~/i18n/locales";
import { alreadySignedMail } from "~emails/already-signed";
import { askAnswersMail } from "~emails/ask-answers";
import { confirmDeliveryMail } from "~emails/confirm-delivery";
import { confirmEndorsementMail } from "~emails/confirm-endorsement";
import { confirmSignatureMail } from "~emails/confirm-signature";
import { endorsementDecisionMail } from "~emails/endorsement-decision";
import { endorsementLinkMail } from "~emails/endorsement-link";
import { mailboxFullMail } from "~emails/mailbox-full";
import type { RenderedMail } from "~emails/parts/render-mail";
import type { Translate } from "~emails/parts/translate";
import type { Title } from "~emails/parts/words";
import { remindSignerMail } from "~emails/remind-signer";

const translator = createTranslators();

/** The words of mails, as jobs hand them over. */
export function wordsIn(locale: Locale): Translate {
  const t = translator(locale).getFixedT(locale, "mail");
  return (key, values) => t(key, values ?? {});
}

const origin = "https://privacy.example";
const link = `${origin}/en/confirm/Zk3vT0q9uH2bWcR7nYd5LxE8aJ1mPfGsQwOiKzXyVtA`;
const takeActionUrl = `${origin}/en/campaigns/privacy-for-all/take-action?country=US&region=US-CA`;
const stopUrl = `${origin}/en/unsubscribe/Qm8Ks3Vf0Hd7aZk3vT0q9uH2bWcR7nYd5LxE8aJ1mPfG`;
const codePageUrl = `${origin}/en/campaigns/privacy-for-all/check-inbox`;
const campaignUrl = `${origin}/en/campaigns/privacy-for-all`;

const token = "Zk3vT0q9uH2bWcR7nYd5LxE8aJ1mPfGsQwOiKzXyVtA";
const deliverLink = `${origin}/en/deliver/${token}`;
const answersLink = `${origin}/en/answers/${token}`;

const endorseLink = `${origin}/en/endorse/${token}`;
const endorsementLink = `${origin}/en/endorsement/${token}`;

export const code = "048213";

export interface Story {
  name: string;
  petition: Title;
  updates: boolean;
  partners: string[];
  validDays: number;
  unconfirmedDays: number;
}

/** A valid signer, in all that a test does not care about. */
export const ada: Story = {
  name: "Ada Lovelace",
  petition: { title: "Strong privacy rights for everyone", locale: "en" },
  updates: false,
  partners: [],
  validDays: 7,
  unconfirmedDays: 14,
};

/** Each mail with the address that it asks to open, and the one that stops further mail. */
export const messages: {
  message: string;
  url: string;
  stop?: string;
  make(locale: Locale, story: Story): Promise<RenderedMail>;
}[] = [
  {
    message: "confirm-signature",
    url: link,
    stop: stopUrl,
    make: (locale, { updates, partners, ...story }) =>
      confirmSignatureMail({ ...frame(locale), ...story, ...toConfirm, link, choices: { updates, partners } }),
  },
  {
    message: "confirm-signature by code",
    url: codePageUrl,
    stop: stopUrl,
    make: (locale, { updates, partners, ...story }) =>
      confirmSignatureMail({ ...frame(locale), ...story, ...toConfirm, link: null, choices: { updates, partners } }),
  },
  {
    message: "remind-signer",
    url: link,
    stop: stopUrl,
    make: (locale, { updates, partners, unconfirmedDays, ...story }) =>
      remindSignerMail({
        ...frame(locale),
        ...story,
        ...toConfirm,
        link,
        deletedAt: new Date("2026-05-15T08:00:00Z"),
        choices: { updates, partners },
      }),
  },
  {
    message: "already-signed",
    url: takeActionUrl,
    stop: stopUrl,
    make: (locale, { name, petition }) =>
      alreadySignedMail({ ...frame(locale), name, petition, takeActionUrl, stopUrl }),
  },
  {
    message: "mailbox-full",
    url: campaignUrl,
    make: (locale, { petition }) => mailboxFullMail({ ...frame(locale), petition, campaignUrl }),
  },
  {
    message: "confirm-delivery",
    url: deliverLink,
    make: (locale, { name, petition, validDays }) =>
      confirmDeliveryMail({
        ...frame(locale),
        name,
        petition,
        validDays,
        link: deliverLink,
        offices: [
          { name: "Nancy Pelosi", isWritten: false },
          { name, isWritten: true },
        ],
      }),
  },
  {
    message: "ask-answers",
    url: answersLink,
    stop: stopUrl,
    make: (locale, { petition }) =>
      askAnswersMail({
        ...frame(locale),
        petition,
        wishedAt: new Date("2026-11-23T12:00:00Z"),
        until: new Date("2027-02-05T12:00:00Z"),
        link: answersLink,
        stopUrl,
      }),
  },
  {
    message: "confirm-endorsement",
    url: endorseLink,
    make: (locale, { name, petition, validDays }) =>
      confirmEndorsementMail({ ...frame(locale), name, petition, validDays, link: endorseLink }),
  },
  {
    message: "endorsement-link",
    url: endorsementLink,
    make: (locale, { name, petition, validDays }) =>
      endorsementLinkMail({ ...frame(locale), name, petition, validDays, link: endorsementLink }),
  },
  ...(["approved", "rejected", "hidden"] as const).map((decision) => ({
    message: `endorsement-decision, ${decision}`,
    url: endorsementLink,
    make: (locale: Locale, { name, petition, validDays }: Story) =>
      endorsementDecisionMail({
        ...frame(locale),
        ...{ name, petition, validDays, decision },
        reason: decision === "approved" ? "" : name,
        link: endorsementLink,
      }),
  })),
];

/** Every mail in every language. */
export const editions = messages.flatMap((each) => locales.map((locale) => ({ ...each, locale })));

const toConfirm = { code, codePageUrl, stopUrl };

function frame(locale: Locale) {
  return { t: wordsIn(locale), locale, site: { name: "Privacy for All", origin } };
}
