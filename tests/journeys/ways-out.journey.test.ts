import { describe, expect } from "vitest";
import { z } from "zod";
import { journey, startProduct } from "../support/journey";
import { confirmationLink, stopLink } from "../support/mail-links";
import type { RunningServer } from "../support/run-server";
import { flagship, readMail, type Signer, sign, signAndConfirm } from "./signing";
import { wordsIn } from "./words";

startProduct();

async function count(server: RunningServer): Promise<number> {
  const answer = await server.fetch(`/api/v1/campaigns/${flagship}/count`);
  return z.object({ count: z.number() }).parse(await answer.json()).count;
}

describe.each([{ javaScript: true }, { javaScript: false }])("JavaScript: $javaScript", ({ javaScript }) => {
  const who = (name: string, locale: Signer["locale"]): Signer => ({
    locale,
    name,
    email: `${name.toLowerCase()}-${javaScript ? "on" : "off"}@example.org`,
    country: "KE",
  });

  journey("Rosa withdraws her signature after being asked, and signs again later", { javaScript }, async (rosa) => {
    const { page, open, server } = rosa;
    const signer = who("Rosa", "es");
    const t = wordsIn("es");
    const before = await count(server);
    await signAndConfirm(rosa, signer);
    await expect.poll(() => count(server), { timeout: 10_000 }).toBe(before + 1);

    const link = confirmationLink(await readMail(rosa, signer));
    await open(link);
    const button = page.getByRole("button", { name: t("confirm:withdraw.button"), exact: true });
    expect(await button.isVisible(), "First comes the question.").toBe(false);
    await page.getByText(t("confirm:withdraw.summary"), { exact: true }).click();
    await page.getByRole("heading", { name: t("confirm:withdraw.question") }).waitFor();
    await button.click();
    await page.getByRole("heading", { level: 1, name: t("confirm:withdrawn.title") }).waitFor();
    expect(page.url()).toBe(link);
    expect(await page.locator("main").textContent()).not.toContain(signer.name);
    await expect.poll(() => count(server), { timeout: 10_000 }).toBe(before);

    await page.getByRole("link", { name: t("confirm:withdrawn.button") }).click();
    await page.waitForURL(`**/es/campaigns/${flagship}`);
    await sign(rosa, signer);
    const again = await server.mailTo(signer.email, (mail) => confirmationLink(mail) !== link);
    await open(confirmationLink(again));
    await page.getByRole("button", { name: t("confirm:open.button") }).click();
    await page.waitForURL(/[?&]confirmed=1/);
    await expect.poll(() => count(server), { timeout: 10_000 }).toBe(before + 1);
  });

  journey("Amal stops our mail, reads that her signature stays, and it does", { javaScript }, async (amal) => {
    const { page, open, server } = amal;
    const signer = who("Amal", "ar");
    const t = wordsIn("ar");
    const before = await count(server);
    await signAndConfirm(amal, signer);
    await expect.poll(() => count(server), { timeout: 10_000 }).toBe(before + 1);

    await open(stopLink(await readMail(amal, signer)));
    await page.getByRole("heading", { level: 1, name: t("unsubscribe:open.title") }).waitFor();
    await page.getByRole("heading", { level: 2, name: t("unsubscribe:signature.title") }).waitFor();
    expect(await page.locator("main").textContent()).toContain(t("confirm:withdraw.summary"));
    await page.getByRole("button", { name: t("unsubscribe:open.button"), exact: true }).click();
    await page.getByRole("heading", { level: 1, name: t("unsubscribe:done.title") }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: t("unsubscribe:done.title") }).waitFor();

    await open(confirmationLink(await readMail(amal, signer)));
    await page.getByRole("heading", { level: 1, name: t("confirm:done.title") }).waitFor();
    expect(await count(server)).toBe(before + 1);
  });
});
