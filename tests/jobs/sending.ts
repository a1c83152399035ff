import { noMailDomains } from "~/domain/abuse/mail-domains";
import type { Context } from "~/domain/context";
import { createTranslators } from "~/i18n/instances.server";
import type { JobContext } from "~/jobs/job-context";
import type { LogFacts } from "~/services/log.server";
import { createResendMailer } from "~/services/resend-mailer.server";
import { type FakeResend, type FakeResendOptions, startFakeResend } from "../support/fake-resend";
import { noLinks } from "../support/no-links";

const translator = createTranslators();

/** A job's context that sends through `resend`, and what it logged. Each has a mailer, and so a pace, of its own. */
export function jobContext<C extends Context>(ctx: C, resend: FakeResend, { timeoutMs = 500 } = {}) {
  const logged: { event: string; facts: LogFacts }[] = [];
  const note = (event: string, facts: LogFacts = {}) => void logged.push({ event, facts });
  const from = "Privacy for All <hello@privacy.example>";
  const job: C & JobContext = {
    ...ctx,
    mailer: createResendMailer({ apiKey: resend.apiKey, baseUrl: resend.url, from, timeoutMs }),
    mailDomains: noMailDomains,
    links: noLinks,
    cwc: null,
    facts: { load: async () => undefined, current: () => [] },
    translator,
    origin: () => "https://privacy.example",
    congressSyncFrom: null,
    log: { debug: note, info: note, warn: note, error: note },
  };
  return { job, logged };
}

/** Gives a story a mail service of its own, quick enough for any number of requests unless told otherwise. */
export async function withMailService(
  story: (resend: FakeResend) => Promise<void>,
  options: FakeResendOptions = {},
): Promise<void> {
  const resend = await startFakeResend({ requestsPerSecond: 10_000, ...options });
  try {
    await story(resend);
  } finally {
    await resend.close();
  }
}

/** The secret of the link in a mail. */
export function tokenIn(mail: { text?: string | undefined } | undefined): string {
  const token = /\/confirm\/([\w-]+)/.exec(mail?.text ?? "")?.[1];
  if (!token) throw new Error("There is no link in the mail.");
  return token;
}

/** What was logged, except that the facts which the project carries grow old by themselves. */
export function withoutOldFacts<Entry extends { event: string }>(logged: readonly Entry[]): Entry[] {
  return logged.filter(({ event }) => event !== "facts about Congress need care");
}
