import { expect } from "vitest";
import type { Visitor } from "../support/journey";
import { wordsIn } from "./words";

const t = wordsIn("en");

/** Begins a campaign from the first template and stands on its overview. */
export async function beginCampaign({ page, open }: Visitor, base: string, title: string, slug: string) {
  await open(`${base}/campaigns/new`);
  await page.getByLabel(t("portal-workshop:create.petition"), { exact: true }).fill(title);
  await page.getByLabel(t("portal-workshop:create.slug"), { exact: true }).fill(slug);
  await page.getByRole("button", { name: t("portal-workshop:create.button"), exact: true }).click();
  await page.getByText(t("portal-workshop:outcomes.created")).waitFor();
  expect(new URL(page.url()).pathname).toBe(`${base}/campaigns/${slug}`);
}

export async function setGoal({ page, open }: Visitor, campaign: string, goal: number) {
  await open(`${campaign}/settings`);
  await page.locator("#goal").fill(String(goal));
  await page.getByRole("button", { name: t("portal-workshop:settings.save"), exact: true }).click();
  await page.getByText(t("portal-workshop:changed.saved"), { exact: true }).waitFor();
}

/** Fills in what the template leaves open, and submits the text. */
export async function writeOriginal({ page, open }: Visitor, campaign: string, locale: string) {
  await open(`${campaign}/texts/${locale}`);
  await rewrite(page, (value) => value.replaceAll(/[[\]]/g, ""));
  await submit(page);
}

/** Translates each field beside its original, keeps the placeholders, and submits. */
export async function translate({ page, open }: Visitor, campaign: string, locale: string) {
  await open(`${campaign}/texts/${locale}`);
  await rewrite(page, (_, original) => `Kwa Kiswahili: ${original}`);
  await submit(page);
}

/** Approves what somebody else wrote. */
export async function approveTexts({ page, open }: Visitor, campaign: string, locale: string) {
  await open(`${campaign}/texts/${locale}`);
  await page.getByRole("button", { name: t("portal-texts:steps.approve"), exact: true }).click();
  await page.getByRole("button", { name: t("portal-texts:steps.approve"), exact: true }).waitFor({ state: "detached" });
}

async function rewrite(page: Visitor["page"], change: (value: string, original: string) => string) {
  for (const field of await page.locator(".written-field:not(:has(.written-field))").all()) {
    const control = field.locator("textarea, input[type=text]").first();
    const before = await control.inputValue();
    const side = field.locator(".written-field__original .kept-lines").first();
    const original = (await side.count()) > 0 ? await side.innerText() : "";
    const after = change(before, original);
    if (after !== before) await control.fill(after);
  }
}

async function submit(page: Visitor["page"]) {
  await page
    .getByRole("button", { name: t("portal-texts:bar.submit"), exact: true })
    .first()
    .click();
  await page.getByText(t("portal-texts:outcomes.submitted")).waitFor();
}

/** Adds what signers can do next, in one language, and submits its words. */
export async function addAction(
  { page, open }: Visitor,
  campaign: string,
  action: { locale: string; title: string; link: string },
) {
  await open(`${campaign}/actions/new`);
  await page.locator("#locale").selectOption(action.locale);
  await page.locator("#title").fill(action.title);
  await page.locator("#summary").fill("Barua fupi kwa kamishna.");
  await page.locator("#body").fill("Inachukua dakika mbili, na inasaidia.");
  await page.locator("#cta").fill("Andika barua");
  await page.locator("#link").fill(action.link);
  await page.getByRole("button", { name: t("portal-routing:new.create"), exact: true }).click();
  await page.getByText(t("portal-routing:outcomes.created")).waitFor();
  await page.getByRole("button", { name: t("portal-routing:text.submit"), exact: true }).click();
  await page.getByText(t("portal-routing:outcomes.submitted")).waitFor();
  return new URL(page.url()).pathname;
}

/** Approves the words of an action that somebody else wrote. */
export async function approveAction({ page, open }: Visitor, action: string, locale: string) {
  await open(`${action}?text=${locale}`);
  await page.getByRole("button", { name: t("portal-routing:text.approve"), exact: true }).click();
  await page.getByText(/^Approved\./).waitFor();
}

/** Leads supporters in one country to the campaign's first action. */
export async function routeCountry({ page, open }: Visitor, campaign: string, country: string, action: string) {
  await open(`${campaign}/routing?rule=new`);
  await page.locator("#place-search").fill("Kenya");
  await page.locator(`#place-${country}`).check();
  const option = page.locator("#action-0 option", { hasText: action });
  await page.locator("#action-0").selectOption((await option.getAttribute("value")) ?? "");
  await page.getByRole("button", { name: t("portal-routing:rules.save"), exact: true }).click();
  await page.getByText(t("portal-routing:outcomes.saved"), { exact: true }).waitFor();
}

/** Tries out what somebody in a place would be shown. */
export async function tryRoute({ page, open }: Visitor, campaign: string, country: string, locale: string) {
  await open(`${campaign}/routing?country=${country}&locale=${locale}&view=planned`);
  return (await page.locator("#result").textContent()) ?? "";
}

/** Asks the host for its yes. */
export async function askHost({ page, open }: Visitor, campaign: string) {
  await open(campaign);
  await page.getByRole("button", { name: t("portal-workshop:ask.button"), exact: true }).click();
  await page.getByText(t("portal-workshop:outcomes.asked")).waitFor();
}

/** Says yes to it, for the host. */
export async function approveCampaign({ page, open }: Visitor, slug: string) {
  await open("/portal/host/campaigns/approvals");
  await page.locator(`a[href$="/campaigns/${slug}/approval"]`).first().click();
  await page.getByRole("button", { name: t("portal-workshop:decide.approve"), exact: true }).click();
  await page.getByText(t("portal-workshop:decide.outcomes.public")).waitFor();
}

/** Writes an update in one language and sends it. */
export async function mailSupporters(
  { page, open }: Visitor,
  base: string,
  update: { name: string; subject: string; body: string; locale: string },
) {
  await open(`${base}/mailings/new`);
  await page.locator("#name").fill(update.name);
  await page.locator("#source").selectOption(update.locale);
  await page.getByLabel(t("portal-mailings:form.subject"), { exact: true }).fill(update.subject);
  await page.getByLabel(t("portal-mailings:form.body"), { exact: true }).fill(update.body);
  await page.getByRole("button", { name: t("portal-mailings:new.button"), exact: true }).click();
  await page.getByText(t("portal-mailings:readers.count", { count: 1 })).waitFor();
  await page.getByRole("button", { name: t("portal-mailings:send.now"), exact: true }).click();
  await page.getByText(t("portal-mailings:progress.title")).waitFor();
}
