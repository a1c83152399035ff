import type { Page } from "playwright-core";
import type { Locale } from "~/i18n/locales";
import { readMail, sign } from "../journeys/signing";
import { wordsIn } from "../journeys/words";
import type { Visitor } from "../support/journey";
import { confirmationLink, stopLink } from "../support/mail-links";
import { flagship, publicPaths } from "./public-paths";

/** A page at which a reader arrives: its address below the language, or what was done there. */
export interface Stop {
  name: string;
  /** How a page answered that was opened by its address. */
  answer: { status: number; language: string | undefined } | null;
}

/** Shows a reader all pages in a language: those with an address, a refused form, and mailed links before and after. */
export async function visitEach(visitor: Visitor, locale: Locale, look: (stop: Stop) => Promise<void>) {
  const { page, open } = visitor;
  const t = wordsIn(locale);
  const lookAt = async (name: string, answer: Stop["answer"] = null) => {
    // After a form the words may be there before the colours are.
    await page.waitForLoadState();
    await openDetails(page);
    await look({ name, answer });
  };
  for (const path of publicPaths) {
    const answer = await page.goto(`/${locale}${path}`);
    await lookAt(path, { status: answer?.status() ?? 0, language: answer?.headers()["content-language"] });
  }

  await open(`/${locale}${flagship}`);
  await page.getByRole("button", { name: t("sign:button"), exact: true }).click();
  await page.getByRole("alert").waitFor();
  await lookAt("a refused form");

  const signer = { locale, name: "Ada Lovelace", email: `${locale}@example.org`, country: "KE" };
  await sign(visitor, signer);
  const mail = await readMail(visitor, signer);
  await open(stopLink(mail));
  await lookAt("a link to unsubscribe");
  await page.getByRole("button", { name: t("unsubscribe:open.button"), exact: true }).click();
  await page.getByRole("heading", { name: t("unsubscribe:done.title") }).waitFor();
  await lookAt("unsubscribed");
  await open(confirmationLink(mail));
  await lookAt("a link to confirm");
  const link = page.url();
  await page.getByRole("button", { name: t("confirm:open.button") }).click();
  await page.waitForURL(/confirmed=1/);
  await open(link);
  await page.getByRole("heading", { name: t("confirm:done.title") }).waitFor();
  await lookAt("confirmed");
  await page.getByRole("button", { name: t("confirm:withdraw.button") }).click();
  await page.getByRole("heading", { name: t("confirm:withdrawn.title") }).waitFor();
  await lookAt("withdrawn");
}

/** Unfolds what is folded, so that it is looked at too. */
async function openDetails(page: Page) {
  await page.locator("details").evaluateAll((all) => {
    for (const each of all) each.setAttribute("open", "");
  });
}
