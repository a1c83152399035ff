import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { locales } from "~/i18n/locales";
import { expectAccessible } from "../support/accessibility";
import { journey, startProduct, type Visitor } from "../support/journey";
import { confirmationLink, stopLink } from "../support/mail-links";
import { isTooWide } from "../support/visitor";
import { flagship, readMail, sign } from "./signing";
import { wordsIn } from "./words";

const paths = [
  "",
  "/campaigns",
  `/campaigns/${flagship}`,
  `/campaigns/${flagship}/check-inbox`,
  `/campaigns/${flagship}/check-inbox?resent=1`,
  `/campaigns/${flagship}/take-action`,
  `/campaigns/${flagship}/take-action?country=US`,
  `/campaigns/${flagship}/take-action?country=KE&confirmed=1`,
  `/campaigns/${flagship}/lawmakers`,
  `/campaigns/${flagship}/lawmakers?zip=94110`,
  `/campaigns/${flagship}/lawmakers?zip=02139`,
  `/campaigns/${flagship}/lawmakers?zip=42223`,
  `/campaigns/${flagship}/lawmakers?zip=1`,
  `/campaigns/${flagship}/lawmakers?district=CA-14`,
  `/campaigns/${flagship}/lawmakers?state=PR`,
  `/campaigns/${flagship}/lawmakers?abroad=1`,
  `/campaigns/${flagship}/lawmakers/call?zip=94110`,
  `/campaigns/${flagship}/lawmakers/call?district=CA-14&office=CA-14`,
  `/campaigns/${flagship}/lawmakers/call?zip=94110&done=P000197.phone&done=P000145.phone&done=S001150.phone`,
  `/campaigns/${flagship}/lawmakers/report?zip=94110&office=P000197`,
  `/campaigns/${flagship}/lawmakers/write?zip=94110`,
  `/campaigns/${flagship}/lawmakers/write?district=CA-14`,
  `/campaigns/${flagship}/lawmakers/letter`,
  "/privacy",
  "/no-such-page",
  "/confirm/no-such-token",
  "/unsubscribe/no-such-token",
  "/deliver/no-such-token",
  "/answers/no-such-token",
];

startProduct();

describe.each(locales)("%s", (locale) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const screen = colorScheme === "light" ? "desktop" : "phone";
    journey(
      `Every page can be used by everybody, ${colorScheme}, on a ${screen}`,
      { javaScript: true, colorScheme, screen },
      async (visitor) => {
        await visitEach(visitor, locale, `${locale}-${colorScheme}@example.org`, expectAccessible);
      },
    );
  }

  journey("No page is wider than its window", { javaScript: true }, async (visitor) => {
    const tooWide: string[] = [];
    await visitEach(visitor, locale, `${locale}-width@example.org`, async (page) => {
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        if (await isTooWide(page)) tooWide.push(`${width} px: ${page.url()}`);
      }
    });
    expect(tooWide).toEqual([]);
  });
});

/** Shows a reader all pages in a language: those with an address, a refused form, and mailed links before and after. */
async function visitEach(
  visitor: Visitor,
  locale: (typeof locales)[number],
  email: string,
  look: (page: Page) => Promise<void>,
) {
  const { page, open } = visitor;
  const t = wordsIn(locale);
  for (const path of paths) {
    await open(`/${locale}${path}`);
    await openDetails(page);
    await look(page);
  }
  await open("/xx");
  await look(page);

  await open(`/${locale}/campaigns/${flagship}`);
  await page.getByRole("button", { name: t("sign:button"), exact: true }).click();
  await page.getByRole("alert").waitFor();
  await page.waitForLoadState();
  await look(page);

  const signer = { locale, name: "Ada Lovelace", email, country: "KE" };
  await sign(visitor, signer);
  const mail = await readMail(visitor, signer);
  await open(stopLink(mail));
  await look(page);
  await page.getByRole("button", { name: t("unsubscribe:open.button"), exact: true }).click();
  await page.getByRole("heading", { name: t("unsubscribe:done.title") }).waitFor();
  await look(page);
  await open(confirmationLink(mail));
  await look(page);
  const link = page.url();
  await page.getByRole("button", { name: t("confirm:open.button") }).click();
  await page.waitForURL(/confirmed=1/);
  await open(link);
  await page.getByRole("heading", { name: t("confirm:done.title") }).waitFor();
  await openDetails(page);
  await look(page);
  await page.getByRole("button", { name: t("confirm:withdraw.button") }).click();
  await page.getByRole("heading", { name: t("confirm:withdrawn.title") }).waitFor();
  await look(page);
}

/** Unfolds what is folded, so that it is looked at too. */
async function openDetails(page: Page) {
  await page.locator("details").evaluateAll((all) => {
    for (const each of all) each.setAttribute("open", "");
  });
}
