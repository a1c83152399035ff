import { beforeAll, expect } from "vitest";
import { expectAccessible } from "../support/accessibility";
import { journey, journeyOfMany, startProduct, theServer } from "../support/journey";
import { confirmationCode } from "../support/mail-links";
import { startOfTests } from "../support/seeded";
import {
  addPasskey,
  ensureHostOwner,
  giveAuthenticator,
  hostOwner,
  idsOfMails,
  signInByMail,
  signInByPasskey,
  signOut,
} from "./portal-people";
import { wordsIn } from "./words";

startProduct();
beforeAll(() => ensureHostOwner(theServer()));

const t = wordsIn("en");
const portal = { javaScript: true, signsIn: true } as const;

journey("Ada keeps a passkey, comes back with it, and proves herself with it", portal, async (ada) => {
  const { page, server, open } = ada;
  await giveAuthenticator(ada);
  await signInByMail(ada, hostOwner);
  await addPasskey(ada, "Blue laptop");
  await expectAccessible(page);
  await signOut(ada);
  await signInByPasskey(ada);
  await open("/portal/account");
  await page.getByText(t("portal:sessions.methods.passkey")).first().waitFor();

  // A device may have been left open: what cannot be undone needs a proof of the last ten minutes.
  await server.setClock(new Date(startOfTests.getTime() + 60 * 60_000));
  await open("/portal/account");
  await page.getByRole("button", { name: t("portal:passkeys.removeNamed", { name: "Blue laptop" }) }).click();
  await page.waitForURL(/\/portal\/prove\?next=/);
  await page.getByRole("button", { name: t("portal:passkeys.prove"), exact: true }).click();
  await page.waitForURL("**/portal/account");
  await page.getByRole("button", { name: t("portal:passkeys.removeNamed", { name: "Blue laptop" }) }).click();
  await page.getByText(t("portal:account.outcomes.removed")).waitFor();
});

journey("without script Ada signs in with the code of the mail", { ...portal, javaScript: false }, async (ada) => {
  const { page, server, open } = ada;
  await open("/portal/host/members");
  await page.waitForURL(/\/portal\/sign-in\?next=/);
  expect(await page.getByRole("button", { name: t("portal:passkeys.signIn") }).isVisible()).toBe(false);
  const before = await idsOfMails(server, hostOwner);
  await page.getByLabel(t("portal:signIn.email"), { exact: true }).fill(hostOwner);
  await page.getByRole("button", { name: t("portal:signIn.button"), exact: true }).click();
  const mail = await server.mailTo(hostOwner, ({ id }) => !before.has(id));
  await page.getByLabel(t("portal:signIn.code"), { exact: true }).fill(confirmationCode(mail));
  await page.getByRole("button", { name: t("portal:signIn.withCode"), exact: true }).click();
  await page.waitForURL("**/portal/host/members");
});

journeyOfMany("Ada ends the session of a laptop she left behind", async (meet) => {
  const desk = await meet(portal);
  const laptop = await meet(portal);
  await signInByMail(laptop, hostOwner);
  await signInByMail(desk, hostOwner);
  await desk.open("/portal/account");
  await desk.page.getByRole("button", { name: t("portal:sessions.endOthers"), exact: true }).click();
  await desk.page.getByText(t("portal:account.outcomes.ended")).waitFor();
  await laptop.open("/portal/account");
  await laptop.page.waitForURL(/\/portal\/sign-in/);
});
