import { describe, expect } from "vitest";
import { journey, startProduct } from "../support/journey";
import { confirmationCode, confirmationLink } from "../support/mail-links";
import { startOfTests } from "../support/seeded";
import { flagship, readMail, type Signer, sign } from "./signing";
import { wordsIn } from "./words";

const HOUR_MS = 3_600_000;
const t = wordsIn("en");

startProduct();

// The clock of the server runs on through the file; each story that moves it starts from where it stands.
let movedMs = 0;

describe.each([{ javaScript: true }, { javaScript: false }])("JavaScript: $javaScript", ({ javaScript }) => {
  const who = (name: string): Signer => ({
    locale: "en",
    name,
    email: `${name.toLowerCase()}-${javaScript ? "on" : "off"}@example.org`,
    country: "US",
    postalCode: "94110",
  });

  journey("Noor, whose link is cut in two, types the code instead", { javaScript }, async (noor) => {
    const { page } = noor;
    const signer = who("Noor");
    await sign(noor, signer);
    const code = confirmationCode(await readMail(noor, signer));
    const type = async (digits: string) => {
      await page.getByLabel(t("confirm:code.email"), { exact: true }).fill(signer.email);
      await page.getByLabel(t("confirm:code.code"), { exact: true }).fill(digits);
      await page.getByRole("button", { name: t("confirm:code.button") }).click();
    };

    await type(code === "111111" ? "222222" : "111111");
    await page
      .getByRole("alert")
      .getByRole("link", { name: t("confirm:errors.codeWrong") })
      .waitFor();
    expect(await page.getByLabel(t("confirm:code.email"), { exact: true }).inputValue()).toBe(signer.email);
    expect(await page.locator("#code-error").textContent()).toBe(t("confirm:errors.codeWrong"));

    await type(`${code.slice(0, 3)} ${code.slice(3)}`);
    await page.waitForURL(`**/en/campaigns/${flagship}/lawmakers?zip=94110&confirmed=1`);
  });

  journey("Omar, who comes back after a week, gets a new link and confirms with it", { javaScript }, async (omar) => {
    const { page, open, server } = omar;
    const signer = who("Omar");
    await sign(omar, signer);
    const first = await readMail(omar, signer);
    movedMs += 7 * 24 * HOUR_MS + HOUR_MS;
    await server.setClock(new Date(startOfTests.getTime() + movedMs));

    const answer = await page.goto(confirmationLink(first));
    expect(answer?.status()).toBe(410);
    await page.getByRole("heading", { level: 1, name: t("confirm:expired.title") }).waitFor();
    await page.getByRole("button", { name: t("confirm:expired.button") }).click();
    await page.waitForURL("**/check-inbox?resent=1");
    await page.getByText(t("confirm:inbox.resent")).waitFor();

    const second = await server.mailTo(signer.email, ({ id }) => id !== first.id);
    expect(confirmationLink(second)).not.toBe(confirmationLink(first));
    await open(confirmationLink(second));
    await page.getByRole("button", { name: t("confirm:open.button") }).click();
    await page.waitForURL("**/lawmakers?zip=94110&confirmed=1");
  });

  journey("Ines, to whom no mail came, has it sent again", { javaScript }, async (ines) => {
    const { page, server } = ines;
    const signer = who("Ines");
    await sign(ines, signer);
    const first = await readMail(ines, signer);
    movedMs += HOUR_MS;
    await server.setClock(new Date(startOfTests.getTime() + movedMs));

    await page.getByLabel(t("confirm:resend.email"), { exact: true }).fill(signer.email);
    await page.getByRole("button", { name: t("confirm:resend.button") }).click();
    await page.waitForURL("**/check-inbox?resent=1");
    const second = await server.mailTo(signer.email, ({ id }) => id !== first.id);
    expect(confirmationLink(second)).not.toBe(confirmationLink(first));

    await page.getByLabel(t("confirm:resend.email"), { exact: true }).fill("nobody");
    await page.getByRole("button", { name: t("confirm:resend.button") }).click();
    await page
      .getByRole("alert")
      .getByRole("link", { name: t("confirm:errors.emailFaulty") })
      .waitFor();
    expect(await page.locator("#resend-email-error").textContent()).toBe(t("confirm:errors.emailFaulty"));
  });

  journey("A link that was used leads on, and one that never was helps", { javaScript }, async (visitor) => {
    const { page, open } = visitor;
    const signer = who("Zoe");
    await sign(visitor, signer);
    const link = confirmationLink(await readMail(visitor, signer));
    await open(link);
    await page.getByRole("button", { name: t("confirm:open.button") }).click();
    await page.waitForURL("**/lawmakers?zip=94110&confirmed=1");
    await open(link);
    await page.getByRole("heading", { level: 1, name: t("confirm:done.title") }).waitFor();
    await page.getByRole("link", { name: t("confirm:done.button") }).click();
    await page.waitForURL("**/lawmakers?zip=94110&confirmed=1");

    const missing = await page.goto("/en/confirm/not-a-token");
    expect(missing?.status()).toBe(404);
    await page.getByRole("heading", { level: 1, name: t("errors:tokenNotFound.title") }).waitFor();
    await page.getByRole("link", { name: t("errors:toPetition") }).click();
    await page.waitForURL(`**/en/campaigns/${flagship}`);
  });
});

journey("Kim after the end of this Congress is shown nobody who may be gone", { javaScript: true }, async (kim) => {
  const { page, server } = kim;
  await server.setClock(new Date("2027-01-05T12:00:00Z"));
  await kim.open(`/en/campaigns/${flagship}/lawmakers?zip=94110`);
  await page.getByText(t("lawmakers:expired.title")).or(page.locator(".notice")).first().waitFor();
  expect(await page.locator("main").textContent(), "The House stood for election.").not.toContain("Pelosi");
  expect((await server.fetch("/api/v1/lawmakers?zip=94110")).status).toBe(503);
});
