import type { Page } from "playwright-core";
import { expect } from "vitest";
import { DEMO_OWNER } from "~/domain/access/make-owner.server";
import { expectAccessible } from "../support/accessibility";
import { journey, startProduct } from "../support/journey";
import { firstOwner } from "./first-owner";
import { codeIn, linkIn } from "./portal-mails";

startProduct();

/** A device with a sensor that says yes. */
async function withAuthenticator(page: Page) {
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

journey(
  "Ada signs in by mail, adds a passkey, and signs in with it alone",
  { javaScript: true, signsIn: true },
  async ({ page, server, open }) => {
    await withAuthenticator(page);
    await firstOwner(server);
    await open("/portal");
    await page.getByLabel("Email address").fill(DEMO_OWNER);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await page.getByRole("heading", { name: "Look into your mailbox" }).waitFor();
    await expectAccessible(page);
    const mail = await server.mailTo(DEMO_OWNER);
    await open(linkIn(mail, "/portal/sign-in/"));
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("**/portal/host");
    await expectAccessible(page);

    await open("/portal/account");
    await page.getByLabel("Name of the new passkey").fill("Blue laptop");
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByText("The passkey was added.").waitFor();
    await expectAccessible(page);

    await page.getByText("owner", { exact: true }).first().click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("**/portal/sign-in");
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.waitForURL("**/portal/host");
    await open("/portal/account");
    expect(await page.getByText("by passkey").count()).toBe(1);
  },
);

journey(
  "without script the mail alone signs in, by its code",
  { javaScript: false, signsIn: true, screen: "phone" },
  async ({ page, server, open }) => {
    await firstOwner(server);
    const earlier = new Set((await server.mails()).map(({ text }) => text));
    await open("/portal");
    await page.getByLabel("Email address").fill(DEMO_OWNER);
    await page.getByRole("button", { name: "Send me a link" }).click();
    const mail = await server.mailTo(DEMO_OWNER, ({ text }) => !earlier.has(text));
    await page.getByLabel("Code").fill("000000");
    await page.getByRole("button", { name: "Sign in with the code" }).click();
    await page.getByText("This code does not fit").first().waitFor();
    await page.getByLabel("Code").fill(codeIn(mail));
    await page.getByRole("button", { name: "Sign in with the code" }).click();
    await page.waitForURL("**/portal/host");
    await expectAccessible(page);
  },
);
