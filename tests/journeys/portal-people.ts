import path from "node:path";
import type { CDPSession } from "playwright-core";
import { DEMO_OWNER } from "~/domain/access/make-owner.server";
import { startProcess } from "../support/child-process";
import type { Visitor } from "../support/journey";
import type { Mail } from "../support/mails";
import type { RunningServer } from "../support/run-server";
import { wordsIn } from "./words";

/** An owner of the host: the embedded database's demo has one, elsewhere the command makes one. */
export const hostOwner = DEMO_OWNER;

const t = wordsIn("en");

/** Makes the host's owner where the product does not do so by itself. Once for each server. */
export async function ensureHostOwner({ resend, settings }: RunningServer) {
  if (resend === null) return;
  await startProcess("app/commands/owner.command.ts", [hostOwner], { ...settings }).end();
}

/** Signs in by the link of a mail. */
export async function signInByMail({ page, server, open }: Visitor, email: string) {
  const before = await idsOfMails(server, email);
  await open("/portal/sign-in");
  await page.getByLabel(t("portal:signIn.email"), { exact: true }).fill(email);
  await page.getByRole("button", { name: t("portal:signIn.button"), exact: true }).click();
  await page.getByRole("heading", { level: 1, name: t("portal:signIn.sentTitle") }).waitFor();
  const mail = await server.mailTo(email, ({ id, text }) => !before.has(id) && /\/portal\/sign-in\//.test(text));
  await open(portalLink(mail, "sign-in"));
  await page.getByRole("button", { name: t("portal:signIn.linkButton"), exact: true }).click();
  await page.waitForURL(isInside);
}

/** Accepts the invitation that was mailed, under a name where the person is new. */
export async function acceptInvitation({ page, server, open }: Visitor, email: string, name: string | null) {
  const mail = await server.mailTo(email, ({ text }) => /\/portal\/invitations\//.test(text));
  await open(portalLink(mail, "invitations"));
  if (name !== null) await page.getByLabel(t("portal:invitation.name"), { exact: true }).fill(name);
  await page.getByRole("button", { name: t("portal:invitation.button"), exact: true }).click();
  await page.waitForURL(isInside);
}

/** Gives the browser a device that holds passkeys and always knows its owner. */
export async function giveAuthenticator({ page }: Visitor): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return session;
}

/** Adds a passkey of the browser's device to the account of whoever is signed in. */
export async function addPasskey({ page, open }: Visitor, name: string) {
  await open("/portal/account");
  await page.getByLabel(t("portal:passkeys.name"), { exact: true }).fill(name);
  await page.getByRole("button", { name: t("portal:passkeys.add"), exact: true }).click();
  await page.getByText(t("portal:account.outcomes.added")).waitFor();
}

export async function signOut({ page }: Visitor) {
  await page.locator("header summary").click();
  await page.getByRole("button", { name: t("portal:nav.signOut"), exact: true }).click();
  await page.waitForURL("**/portal/sign-in");
}

export async function signInByPasskey({ page, open }: Visitor) {
  await open("/portal/sign-in");
  await page.getByRole("button", { name: t("portal:passkeys.signIn"), exact: true }).click();
  await page.waitForURL(isInside);
}

/** Publishes an agreement about personal data, as somebody of the host. */
export async function publishAgreement({ page, open }: Visitor) {
  await open("/portal/host/agreement");
  await page
    .getByLabel(t("portal:agreement.text.en"), { exact: true })
    .fill("# Agreement\n\nUse data for your campaign alone.");
  await page.getByRole("button", { name: t("portal:agreement.publish"), exact: true }).click();
  await page.getByText(t("portal:agreement.outcomes.published")).waitFor();
}

/** Accepts it for an organization; `base` is its address. */
export async function acceptAgreement({ page, open }: Visitor, base: string) {
  await open(`${base}/agreement`);
  await page.getByLabel(t("portal:agreement.read"), { exact: true }).check();
  await page.getByRole("button", { name: t("portal:agreement.accept"), exact: true }).click();
  await page.getByText(t("portal:agreement.outcomes.accepted")).waitFor();
}

/** The link of a mail of the portal. @throws {Error} when there is none */
export function portalLink({ text }: Pick<Mail, "text">, kind: "sign-in" | "invitations"): string {
  const link = new RegExp(`https?://\\S+/portal/${kind}/[\\w-]+`).exec(text)?.[0];
  if (link === undefined) throw new Error("The mail has no link into the portal.");
  return link;
}

/** The ids of what was mailed to somebody so far, to tell a new mail from them. */
export async function idsOfMails(server: RunningServer, email: string): Promise<Set<string>> {
  return new Set((await server.mails()).filter(({ to }) => to.includes(email)).map(({ id }) => id));
}

/** A page of an organization, where somebody is once they are signed in. */
function isInside({ pathname }: URL): boolean {
  return /^\/portal\/(?!sign-in|invitations)[\w-]+$/.test(path.posix.normalize(pathname));
}
