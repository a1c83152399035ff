import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cwcTroubles, type FakeCwc, startFakeCwc } from "../support/fake-cwc";
import { journey, startProduct, theServer } from "../support/journey";
import { isTooWide } from "../support/visitor";
import { flagship } from "./signing";
import { wordsIn } from "./words";

let cwc: FakeCwc;
const env: Record<string, string> = {};
beforeAll(async () => {
  cwc = await startFakeCwc({ house: ["HCA11"], senate: ["SCA01"] });
  Object.assign(env, cwc.env);
});
startProduct(env);
afterAll(() => cwc.close());

const pathOf = (locale: string) => `/${locale}/campaigns/${flagship}/lawmakers/deliver?zip=94110&district=CA-11`;

describe.each([
  { javaScript: true, locale: "en" },
  { javaScript: false, locale: "en" },
  { javaScript: false, locale: "ar" },
] as const)("JavaScript: $javaScript, in $locale", ({ javaScript, locale }) => {
  const t = wordsIn(locale);
  const person = { javaScript, locale: locale === "ar" ? "ar-US" : "en-US", screen: "phone" } as const;

  journey(
    `Ada hands her message over, and sees which office took it (${locale}, ${javaScript})`,
    person,
    async (ada) => {
      const { page, open, server } = ada;
      await page.goto(pathOf(locale));
      expect(await page.locator(".deliver__office").count(), "One senator takes no messages this way.").toBe(2);
      expect(await isTooWide(page)).toBe(false);
      expect(await page.locator("main :checked:not(option)").count(), "Nothing is ticked.").toBe(0);

      await page.getByRole("button", { name: t("deliver:submit") }).click();
      await page.getByRole("alert").waitFor();
      expect(await page.locator("#email-error").textContent()).toBe(t("deliver:errors.emailMissing"));
      const email = `ada-${locale}-${javaScript}@example.org`;
      await page.locator("#prefix").selectOption("Ms.");
      for (const [field, value] of [
        ["firstName", "Ada"],
        ["lastName", "Lovelace"],
        ["address1", "1 Main St"],
        ["city", "San Francisco"],
        ["zip", "10001"],
        ["email", email],
      ] as const) {
        await page.locator(`#${field}`).fill(value);
      }
      await page.getByRole("button", { name: t("deliver:submit") }).click();
      await page.locator("#zip-error").waitFor();
      expect(await page.locator("#zip-error").textContent()).toBe(t("deliver:errors.zipElsewhere"));
      expect(await page.locator("#firstName").inputValue()).toBe("Ada");
      await page.locator("#zip").fill("94110");
      await page
        .locator("[name='text.S001150']")
        .fill("In my own words: <b>please</b> support a privacy law & mean it.");
      await page.getByRole("button", { name: t("deliver:submit") }).click();
      await page.waitForURL("**asked=1");
      expect(page.url()).not.toMatch(/Ada|Lovelace|Main|%40/);

      const mail = await server.mailTo(email);
      const link = /https?:\/\/\S+\/deliver\/[\w-]+/.exec(mail.text)?.[0] ?? "";
      const before = cwc.taken.length;
      await open(link);
      expect(await page.locator(".deliver__office").count()).toBe(2);
      expect(await page.locator("main").textContent()).toContain("In my own words: <b>please</b>");
      expect(await isTooWide(page)).toBe(false);
      expect(cwc.taken.length, "To look hands nothing over.").toBe(before);

      if (javaScript) cwc.fail(cwcTroubles.refusedAddress);
      await page.getByRole("button", { name: t("deliver:confirm.button", { count: 2 }) }).click();
      const ended = page.locator("[data-state=accepted], [data-state=rejected]");
      await expect
        .poll(
          async () => {
            await page.reload();
            return ended.count();
          },
          { timeout: 20_000 },
        )
        .toBe(2);
      const shown = (await page.locator("main").textContent()) ?? "";
      expect(cwc.taken.length - before).toBe(javaScript ? 1 : 2);
      if (javaScript) expect(shown).toContain(t("deliver:reasons.address"));
      else {
        expect(shown).toContain(t("deliver:states.accepted.house"));
        expect(shown).toContain(t("deliver:states.accepted.senate"));
        const toSchiff = cwc.taken.findLast(({ office }) => office === "SCA01")?.xml ?? "";
        expect(toSchiff).toContain("<ConstituentMessage>In my own words: &lt;b&gt;please&lt;/b&gt;");
        const toPelosi = cwc.taken.findLast(({ office }) => office === "HCA11")?.xml ?? "";
        expect(toPelosi).toContain("<OrganizationStatement>");
        expect(toPelosi).toContain("I live in California");
        expect(toPelosi).not.toContain("[your");
      }
      await page.getByRole("button", { name: t("deliver:confirm.erase.button") }).click();
      await page.waitForURL("**erased=1");
      expect(await page.locator("main").textContent()).not.toContain("Lovelace");
    },
  );
});

test("nothing of a person, a message or a key reaches the log, and no input is a fault", async () => {
  const server = theServer();
  const post = (fields: Record<string, string>) =>
    server.fetch(pathOf("en"), { method: "POST", body: new URLSearchParams(fields) });
  const statuses = await Promise.all([
    post({}),
    post({ office: "X999999" }),
    post({ intent: "send", office: "P000197" }),
    post({ intent: "send", office: "P000197", requestKey: "no" }),
    post({ office: "P000197", "text.P000197": "\u0001 a\ud800", name: "Qqkanarienvogel Canary", city: "" }),
    server.fetch("/en/deliver/nothing"),
    server.fetch("/en/answers/nothing"),
    server.fetch("/en/deliver/nothing", { method: "POST" }),
    server.fetch(`/en/campaigns/${flagship}/lawmakers/follow-up`, { method: "POST" }),
  ]).then((answers) => answers.map(({ status }) => status));
  expect(statuses).toEqual([400, 400, 400, 400, 200, 404, 404, 404, 400]);
  expect(server.web.output() + (server.worker?.output() ?? "")).not.toMatch(
    /Lovelace|Qqkanarienvogel|qqschluessel|apikey|example\.org|94110/,
  );
});

journey("Joan takes the letters that she wrote along", { javaScript: false }, async ({ page }) => {
  const t = wordsIn("en");
  await page.goto(pathOf("en").replace("/deliver", "/write"));
  await page.locator("[name=name]").fill("Joan Clarke");
  await page
    .locator("[name=text-P000197]")
    .fill("Dear Representative Pelosi:\n\nMy own words.\n\nSincerely,\nJoan Clarke");
  await page.getByRole("button", { name: t("deliver:link") }).click();
  await page.waitForURL("**/deliver?**");
  expect(await page.locator("[name='text.P000197']").inputValue()).toBe("Dear Representative Pelosi:\n\nMy own words.");
  expect(await page.locator("#lastName").inputValue()).toBe("Clarke");
});

journey("Grace asks to be asked in two weeks, and says what came", { javaScript: false }, async ({ page, server }) => {
  const t = wordsIn("en");
  await page.goto(`${pathOf("en").replace("/deliver", "/call")}&finished=1&done=P000197.phone`);
  await page.getByLabel(t("deliver:followUp.email"), { exact: true }).fill("grace@example.org");
  await page.getByRole("button", { name: t("deliver:followUp.button") }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel(t("deliver:followUp.box")).check();
  await page.getByRole("button", { name: t("deliver:followUp.button") }).click();
  await page.getByRole("heading", { name: t("deliver:followUp.noted.title") }).waitFor();
  await server.setClock(new Date("2026-12-08T15:00:00Z"));
  const { text, headers } = await server.mailTo("grace@example.org");
  expect(headers?.["List-Unsubscribe"]).toContain("/unsubscribe/");
  await page.goto(/https?:\/\/\S+\/answers\/[\w-]+/.exec(text)?.[0] ?? "");
  await page.getByRole("button", { name: t("deliver:answers.button") }).click();
  await page.getByRole("alert").waitFor();
  await page.getByLabel(t("deliver:answers.choices.supports")).check();
  await page.getByRole("button", { name: t("deliver:answers.button") }).click();
  await page.waitForURL("**saved=1");
  expect(await page.getByLabel(t("deliver:answers.choices.supports")).isChecked()).toBe(true);
});
