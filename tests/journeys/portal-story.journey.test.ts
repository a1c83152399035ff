import { readFileSync } from "node:fs";
import { beforeAll, expect } from "vitest";
import { expectAccessible } from "../support/accessibility";
import { journeyOfMany, startProduct, theServer, type Visitor } from "../support/journey";
import { stopLink } from "../support/mail-links";
import {
  addAction,
  approveAction,
  approveCampaign,
  approveTexts,
  askHost,
  beginCampaign,
  mailSupporters,
  routeCountry,
  setGoal,
  translate,
  tryRoute,
  writeOriginal,
} from "./portal-campaign";
import {
  acceptAgreement,
  acceptInvitation,
  addPasskey,
  ensureHostOwner,
  giveAuthenticator,
  hostOwner,
  publishAgreement,
  signInByMail,
  signInByPasskey,
  signOut,
} from "./portal-people";
import { replay, type Step, Trail } from "./portal-trail";
import { type Signer, signAndConfirm } from "./signing";
import { wordsIn } from "./words";

startProduct();
beforeAll(() => ensureHostOwner(theServer()));

const t = wordsIn("en");
const portal = { javaScript: true, signsIn: true } as const;
const MINUTES = 60_000;

const kenya = {
  slug: "haki-data",
  name: "Haki Data",
  country: "KE",
  owner: "amina@haki-data.example",
  base: "/portal/haki-data",
};
const rival = {
  slug: "other-voice",
  name: "Other Voice",
  country: "TZ",
  owner: "mallory@other-voice.example",
  base: "/portal/other-voice",
};

const campaign = `${kenya.base}/campaigns/mikopo-salama`;
const signer: Signer = {
  locale: "sw",
  name: "Wanjiru Kamau",
  email: "wanjiru@example.org",
  country: "KE",
  campaign: "mikopo-salama",
};

/** What the first story leaves for the second. */
const trail = new Trail();

journeyOfMany(
  "A group in Kenya goes from an invitation to a campaign of its own, and to exactly one supporter",
  async (meet) => {
    const host = await meet(portal);
    await signInByMail(host, hostOwner);
    await publishAgreement(host);
    await takeIn(host, kenya);

    const amina = await meet({ ...portal, locale: "en-KE" });
    trail.follow(amina.page, amina.server);
    await giveAuthenticator(amina);
    await acceptInvitation(amina, kenya.owner, "Amina Wanjiku");
    await addPasskey(amina, "Phone");
    await signOut(amina);
    await signInByPasskey(amina);
    await acceptAgreement(amina, kenya.base);

    const baraka = await meet({ ...portal, locale: "en-KE" });
    trail.follow(baraka.page, baraka.server);
    await inviteTranslator(amina, "baraka@haki-data.example");
    await acceptInvitation(baraka, "baraka@haki-data.example", "Baraka Otieno");
    await expectAccessible(baraka.page);

    await beginCampaign(amina, kenya.base, "Loans without snooping", "mikopo-salama");
    await setGoal(amina, campaign, 500);
    await writeOriginal(amina, campaign, "en");
    await approveTexts(baraka, campaign, "en");
    await translate(amina, campaign, "sw");
    await expectNoApproval(amina, campaign, "sw");
    await approveTexts(baraka, campaign, "sw");
    const action = await addAction(amina, campaign, {
      locale: "sw",
      title: "Mwandikie kamishna wa data",
      link: "https://haki-data.example/barua",
    });
    await approveAction(baraka, action, "sw");
    await routeCountry(amina, campaign, "KE", "Mwandikie kamishna wa data");
    expect(await tryRoute(amina, campaign, "KE", "sw")).toContain("Mwandikie kamishna wa data");
    expect(await tryRoute(amina, campaign, "BR", "sw")).not.toContain("Mwandikie kamishna wa data");
    expect((await amina.server.fetch("/sw/campaigns/mikopo-salama")).status).toBe(404);
    await askHost(amina, campaign);
    expect((await amina.server.fetch("/sw/campaigns/mikopo-salama")).status).toBe(404);
    await approveCampaign(host, "mikopo-salama");

    const wanjiru = await meet({ javaScript: true, locale: "sw-KE" });
    await signAndConfirm(wanjiru, { ...signer, sharesWith: [kenya.slug] });
    await wanjiru.page.getByRole("heading", { name: "Mwandikie kamishna wa data" }).waitFor();
    const otieno = await meet({ javaScript: false, locale: "sw-KE" });
    await signAndConfirm(otieno, { ...signer, name: "Otieno Odhiambo", email: "otieno@example.org" });

    await seeTwoSignatures(amina);
    await exportExactlyOne(amina);
    await mailSupporters(amina, kenya.base, {
      name: "November",
      subject: "Habari za kampeni",
      body: "Asante. **Bunge** litasikiliza wiki ijayo.",
      locale: "sw",
    });
    const mail = await amina.server.mailTo(signer.email, ({ subject }) => subject === "Habari za kampeni");
    expect(mail.text).toContain("Bunge");
    expect(stopLink(mail)).toContain("/unsubscribe/");
    await seeSent(amina);
    expect((await amina.server.mails()).filter(({ subject }) => subject === "Habari za kampeni")).toHaveLength(1);

    await seeInAuditLog(host);
  },
  5 * MINUTES,
);

async function takeIn({ page, open }: Visitor, partner: typeof kenya) {
  await open("/portal/host/partners");
  await page.getByLabel(t("portal:partners.name"), { exact: true }).fill(partner.name);
  await page.getByLabel(t("portal:partners.slug"), { exact: true }).fill(partner.slug);
  await page.getByLabel(t("portal:partners.country"), { exact: true }).selectOption(partner.country);
  await page.getByLabel(t("portal:partners.website"), { exact: true }).fill(`https://${partner.slug}.example`);
  await page.getByLabel(t("portal:partners.description"), { exact: true }).fill("Stands up for people’s data.");
  await page.getByLabel(t("portal:partners.ownerEmail"), { exact: true }).last().fill(partner.owner);
  await page.getByRole("button", { name: t("portal:partners.create"), exact: true }).click();
  await page.getByText(t("portal:partners.outcomes.created")).waitFor();
}

async function inviteTranslator({ page, open }: Visitor, email: string) {
  await open(`${kenya.base}/members`);
  await page.getByLabel(t("portal:members.email"), { exact: true }).fill(email);
  const form = page.locator("form", { has: page.getByRole("button", { name: t("portal:members.inviteButton") }) });
  for (const role of ["translator", "editor"] as const) await form.locator(`input[name=roles][value=${role}]`).check();
  await page.getByRole("button", { name: t("portal:members.inviteButton"), exact: true }).click();
  await page.getByText(t("portal:members.outcomes.invited")).waitFor();
}

/** Whoever wrote a text is not offered to approve it. */
async function expectNoApproval({ page, open }: Visitor, of: string, locale: string) {
  await open(`${of}/texts/${locale}`);
  await page.getByText(t("portal-texts:steps.ownText")).waitFor();
  expect(await page.getByRole("button", { name: t("portal-texts:steps.approve"), exact: true }).count()).toBe(0);
}

/** Both signatures are counted; the numbers name nobody. */
async function seeTwoSignatures({ page, open }: Visitor) {
  await expect
    .poll(
      async () => {
        await open(`${kenya.base}/numbers/mikopo-salama`);
        return page.locator("main").textContent();
      },
      { timeout: 20_000 },
    )
    .toMatch(/Signatures of all time\s*2|2\s*Signatures of all time|Confirmed signatures\s*2/);
  expect(await page.locator("main").textContent()).not.toContain("Wanjiru");
}

async function seeSent({ page }: Visitor) {
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.locator("main").textContent();
      },
      { timeout: 30_000 },
    )
    .toMatch(new RegExp(`^.*November${t("portal-mailings:states.done")}`));
}

/** The host finds each grave deed of the story in the log. */
async function seeInAuditLog({ page, open }: Visitor) {
  const deeds = [
    "partner.create",
    "agreement.accept",
    "passkey.add",
    "campaign.create",
    "export.request",
    "mailing.send",
  ];
  for (const action of deeds) {
    await open(`/portal/host/audit?action=${action}`);
    expect.soft(await page.locator("main table tbody tr").count(), action).toBeGreaterThan(0);
  }
}

/** Sees one supporter, masked, and takes a file that holds one row. */
async function exportExactlyOne({ page, open }: Visitor) {
  await open(`${kenya.base}/supporters`);
  expect(await page.locator(".supporter-list > li").count()).toBe(1);
  expect(await page.locator("main").textContent()).not.toContain("wanjiru@example.org");
  await open(`${kenya.base}/exports`);
  for (const column of ["name", "email", "country"]) await page.locator(`#column-${column}`).check();
  await page.locator("#reason").selectOption("own_tool");
  await page.getByRole("button", { name: t("portal-supporters:exports.form.button"), exact: true }).click();
  const button = page.getByRole("button", { name: t("portal-supporters:exports.download"), exact: true });
  await button.waitFor();
  const arrives = page.waitForEvent("download");
  await button.click();
  const file = readFileSync(await (await arrives).path(), "utf8");
  const rows = file.trim().split(/\r?\n/);
  expect(rows).toHaveLength(2);
  expect(rows[1]).toContain("wanjiru@example.org");
  expect(file).not.toContain("otieno");
}

journeyOfMany(
  "Whoever belongs to another organization asks for everything of that story and gets nothing",
  async (meet) => {
    const host = await meet(portal);
    await signInByMail(host, hostOwner);
    await takeIn(host, rival);
    const mallory = await meet(portal);
    await acceptInvitation(mallory, rival.owner, "Mallory");
    const steps = trail.below(kenya.base);
    expect(steps.length).toBeGreaterThan(10);

    const before = await whatKenyaHas(host);
    for (const step of steps) {
      const asked = await replay(mallory.page, mallory.server, step);
      expect.soft([step.method, step.path, asked.status]).toEqual([step.method, step.path, 404]);
      expectNothingOfKenya(step, asked.text);
      const disguised = step.path.replace(kenya.base, rival.base);
      const answered = await replay(mallory.page, mallory.server, step, disguised);
      expect.soft(answered.status, `${step.method} ${disguised}`).toBeLessThan(500);
      expectNothingOfKenya(step, answered.text);
    }
    expect(await whatKenyaHas(host)).toEqual(before);
  },
  5 * MINUTES,
);

function expectNothingOfKenya({ method, path }: Step, text: string) {
  for (const secret of ["wanjiru@example.org", "Wanjiru", "Amina Wanjiku", "Baraka", kenya.owner]) {
    expect.soft(text.includes(secret), `${secret} in the answer to ${method} ${path}`).toBe(false);
  }
}

/** The newest entries of the log about what Kenya's people and their data went through. */
async function whatKenyaHas({ page, open }: Visitor) {
  await open("/portal/host/partners");
  const card = page.locator("li.portal-card", { hasText: kenya.slug });
  return card.locator("p").allTextContents();
}
