import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Locale } from "~/i18n/locales";
import { textDirection } from "~/i18n/text-direction";
import type { Visitor } from "../support/journey";
import { confirmationLink } from "../support/mail-links";
import type { Mail } from "../support/mails";
import { wordsIn } from "./words";

export const flagship = "privacy-for-all";

export interface Signer {
  locale: Locale;
  name: string;
  email: string;
  country: string;
  postalCode?: string;
  /** The campaign that is signed; the flagship where it isn't said. */
  campaign?: string;
  /** Organizations that may hear of it, by their slugs. */
  sharesWith?: readonly string[];
}

function pageOf({ locale, campaign = flagship }: Signer): string {
  return `/${locale}/campaigns/${campaign}`;
}

/** Fills the form of the petition as its reader would, by its labels, and leaves it unsent. */
export async function fillForm({ page, open }: Visitor, signer: Signer) {
  const t = wordsIn(signer.locale);
  await open(pageOf(signer));
  await expectLanguage(page, signer.locale);
  expect(await page.locator("input[type=checkbox]:checked").count(), "Nothing is ticked beforehand.").toBe(0);
  await page.getByLabel(t("sign:name.label"), { exact: true }).fill(signer.name);
  await page.getByLabel(t("sign:email.label"), { exact: true }).fill(signer.email);
  await page.getByLabel(t("sign:country.label"), { exact: true }).selectOption(signer.country);
  if (signer.postalCode) await page.getByLabel(t("sign:postalCode.label"), { exact: true }).fill(signer.postalCode);
  for (const partner of signer.sharesWith ?? []) {
    const box = page.locator(`#partner-${partner}`);
    if (!(await box.isVisible())) await page.locator(".sign-form__partners summary").click();
    await box.check();
  }
}

/** Signs, and reads on the next page that a mail is on its way. */
export async function sign(visitor: Visitor, signer: Signer) {
  const { page } = visitor;
  const t = wordsIn(signer.locale);
  await fillForm(visitor, signer);
  await page.getByRole("button", { name: t("sign:button"), exact: true }).click();
  await page.waitForURL(`**${encodeURI(pageOf(signer))}/check-inbox`);
  await page.getByRole("heading", { level: 1, name: t("confirm:inbox.title") }).waitFor();
}

/** Reads the mail that asks to confirm: in the signer's language, with the same link in both of its forms. */
export async function readMail({ server }: Visitor, { email, locale, name }: Signer): Promise<Mail> {
  const t = wordsIn(locale);
  const mail = await server.mailTo(email);
  expect(mail.subject).toBe(t("mail:confirmSignature.subject"));
  expect(mail.html).toMatch(new RegExp(`<html[^>]* lang="${locale}"`));
  expect(mail.html).toMatch(new RegExp(`<html[^>]* dir="${textDirection(locale)}"`));
  expect(mail.text).toContain(name);
  expect(mail.html).toContain(confirmationLink(mail));
  return mail;
}

/** Opens the link in the mail; in the local mailbox its button does, in a tab of its own. */
export async function openLink({ page, server, open }: Visitor, mail: Mail, locale: Locale) {
  const link = confirmationLink(mail);
  if (server.resend === null) {
    await open(`/dev/mailbox?id=${mail.id}`);
    const button = wordsIn(locale)("mail:confirmSignature.button");
    const opened = page.context().waitForEvent("page");
    await page.frameLocator("iframe").getByRole("link", { name: button, exact: true }).click();
    const tab = await opened;
    await tab.waitForURL(link);
    await tab.close();
  }
  await open(link);
  await expectLanguage(page, locale);
}

/** Sees what will be confirmed, and that it isn't yet; then confirms. */
export async function confirm({ page }: Visitor, signer: Signer) {
  const t = wordsIn(signer.locale);
  await page.getByRole("heading", { level: 1, name: t("confirm:open.title") }).waitFor();
  const facts = await page.locator("main dl").textContent();
  const countries = new Intl.DisplayNames(signer.locale, { type: "region" });
  expect(facts).toContain(signer.name);
  expect(facts).toContain(countries.of(signer.country));
  expect(facts).toContain(t("confirm:facts.no"));
  if ((signer.sharesWith ?? []).length === 0) expect(facts).toContain(t("confirm:facts.nobody"));
  await page.getByRole("button", { name: t("confirm:open.button") }).click();
  await page.waitForURL(/[?&]confirmed=1/);
  await page.getByText(t("confirm:thanks.title")).waitFor();
}

/** The whole way from the form to the page after confirming. */
export async function signAndConfirm(visitor: Visitor, signer: Signer) {
  await sign(visitor, signer);
  await openLink(visitor, await readMail(visitor, signer), signer.locale);
  await confirm(visitor, signer);
  await expectLanguage(visitor.page, signer.locale);
}

export async function expectLanguage(page: Page, locale: Locale) {
  const html = page.locator("html");
  expect(await html.getAttribute("lang")).toBe(locale);
  expect(await html.getAttribute("dir")).toBe(textDirection(locale));
}
