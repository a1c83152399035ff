import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { type Locale, localeNames } from "~/i18n/locales";
import { journey, startProduct, theServer } from "../support/journey";
import { someLocales } from "../support/some-locales";
import { expectLanguage, fillForm, flagship, sign } from "./signing";
import { wordsIn } from "./words";

startProduct();

const cases = [true, false].flatMap((javaScript) => someLocales.map((locale) => ({ javaScript, locale })));

describe.each(cases)("$locale, JavaScript: $javaScript", ({ javaScript, locale }) => {
  const t = wordsIn(locale);
  const button = t("sign:button");

  journey("Everything that is wrong is named beside its field and above the form", { javaScript }, async (visitor) => {
    const { page } = visitor;
    const typed = { locale, name: "=1+1", email: "nobody@", country: "US", postalCode: "941" };
    await fillForm(visitor, typed);
    await page.getByLabel(t("sign:country.label"), { exact: true }).selectOption("US");
    await page.locator("#updates").check();
    await page.locator("details.sign-form__partners summary").click();
    const partner = page.locator("input[name=partners]").first();
    await partner.check();
    const partnerId = await partner.getAttribute("id");
    expect(await statusOfPress(page, button)).toBe(422);
    await expectLanguage(page, locale);

    const messages = {
      name: t("sign:errors.nameFormula"),
      email: t("sign:errors.emailFaulty"),
      postalCode: t("sign:errors.zipFaulty"),
    };
    await expectFaults(page, messages);
    expect(await page.locator("#name").inputValue()).toBe(typed.name);
    expect(await page.locator("#email").inputValue()).toBe(typed.email);
    expect(await page.locator("#country").inputValue()).toBe("US");
    expect(await page.locator("#postalCode").inputValue()).toBe(typed.postalCode);
    expect(await page.locator("#updates").isChecked()).toBe(true);
    expect(await page.locator(`#${partnerId}`).isChecked()).toBe(true);
    expect(await page.locator("input[type=checkbox]:checked").count()).toBe(2);

    await page.locator("#name").fill("Ada Lovelace");
    await page.locator("#email").fill(`ada-${locale}-${javaScript}@example.org`);
    await page.locator("#postalCode").fill("94110");
    await page.getByRole("button", { name: button, exact: true }).click();
    await page.waitForURL(`**/${locale}/campaigns/${flagship}/check-inbox`);
  });

  journey("An empty form says what is needed", { javaScript }, async ({ page, open }) => {
    await open(`/${locale}/campaigns/${flagship}`);
    await page.locator("#country").selectOption("");
    expect(await statusOfPress(page, button)).toBe(422);
    await expectFaults(page, {
      name: t("sign:errors.nameMissing"),
      email: t("sign:errors.emailMissing"),
      country: t("sign:errors.countryMissing"),
    });
  });

  journey("The code form says what is needed and keeps the address", { javaScript }, async ({ page, open }) => {
    await open(`/${locale}/campaigns/${flagship}/check-inbox`);
    await page.locator("#email").fill("ada@example.org");
    await page.locator("#code").fill("12345");
    expect(await statusOfPress(page, t("confirm:code.button"))).toBe(422);
    await expectFaults(page, { code: t("confirm:errors.codeFaulty") });
    expect(await page.locator("#email").inputValue()).toBe("ada@example.org");
  });
});

journey("A refused form stores nothing and mails nobody", { javaScript: true }, async (visitor) => {
  const { page } = visitor;
  await fillForm(visitor, { locale: "en", name: "www.spam.example", email: "victim@example.org", country: "KE" });
  expect(await statusOfPress(page, wordsIn("en")("sign:button"))).toBe(422);
  await sign(visitor, { locale: "en", name: "Ada Lovelace", email: "later@example.org", country: "KE" });
  await theServer().mailTo("later@example.org");
  const addresses = (await theServer().mails()).map(({ to }) => to);
  expect(addresses.filter((to) => to.includes("victim"))).toEqual([]);
});

describe.each([{ javaScript: true }, { javaScript: false }])("JavaScript: $javaScript", ({ javaScript }) => {
  journey(
    "Eve's browser asks not to share, and no partner is offered",
    { javaScript },
    async ({ page, open, server }) => {
      const t = wordsIn("en");
      await open(`/en/campaigns/${flagship}`);
      const offered = await page
        .locator("input[name=partners]")
        .evaluateAll((boxes) => boxes.map((box) => box.getAttribute("value")));
      expect(offered.length).toBeGreaterThan(0);

      await page.context().setExtraHTTPHeaders({ "Sec-GPC": "1" });
      await open(`/en/campaigns/${flagship}`);
      await page.getByText(t("sign:choices.gpc")).waitFor();
      expect(await page.locator("input[name=partners]").count()).toBe(0);

      // A hand-made post that ticks a partner all the same shares nothing.
      const email = `eve-${javaScript}@example.org`;
      const answer = await server.fetch(`/en/campaigns/${flagship}`, {
        method: "POST",
        headers: { "Sec-GPC": "1" },
        body: new URLSearchParams({ name: "Eve", email, country: "KE", partners: offered[0] ?? "" }),
      });
      expect(answer.status).toBe(303);
      const mail = await server.mailTo(email);
      expect(mail.text).toContain(t("mail:confirmSignature.choices.noPartners"));
    },
  );

  journey("Yusuf changes the language and stays where he is", { javaScript }, async ({ page, open }) => {
    for (const where of [
      "",
      "/campaigns",
      `/campaigns/${flagship}`,
      `/campaigns/${flagship}/check-inbox`,
      `/campaigns/${flagship}/take-action?country=KE`,
      `/campaigns/${flagship}/lawmakers?zip=94110`,
      "/no-such-page",
    ]) {
      await open(`/en${where}`);
      for (const locale of ["ar", "es", "en"] as const satisfies Locale[]) {
        await page.getByRole("contentinfo").getByRole("link", { name: localeNames[locale], exact: true }).click();
        await page.waitForURL(`**/${locale}${where}`);
        await expectLanguage(page, locale);
      }
    }
  });
});

/** Presses a button that posts a form, and gives the status of the page that answers. */
async function statusOfPress(page: Page, name: string): Promise<number> {
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name, exact: true }).click();
  const status = (await answer).status();
  await page.getByRole("alert").waitFor();
  await page.waitForLoadState();
  return status;
}

/** These faults and no other: each beside its field, tied to it, and linked from the summary. */
async function expectFaults(page: Page, messages: Record<string, string>) {
  const summary = page.getByRole("alert");
  expect(await summary.getByRole("link").allTextContents()).toEqual(Object.values(messages));
  expect(await page.locator("[aria-invalid=true]").count()).toBe(Object.keys(messages).length);
  for (const [id, message] of Object.entries(messages)) {
    const field = page.locator(`#${id}`);
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect((await field.getAttribute("aria-describedby"))?.split(" ")).toContain(`${id}-error`);
    expect(await page.locator(`#${id}-error`).textContent()).toBe(message);
    await summary.getByRole("link", { name: message, exact: true }).click();
    expect(await field.evaluate((element) => element === document.activeElement), `The summary leads to ${id}.`).toBe(
      true,
    );
  }
}
