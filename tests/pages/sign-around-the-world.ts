import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { z } from "zod";
import { countryName } from "~/domain/regions/country-names";
import type { Locale } from "~/i18n/locales";
import { confirmationLink } from "../support/mail-links";
import type { RunningServer } from "../support/run-server";
import { flagship } from "./public-paths";

/** Enough in two countries and without one to be told, and a few where they are told together alone. */
const signers = { BR: 12, KE: 11, ZZ: 10, IN: 5, DE: 5 };
const namedCountries = ["BR", "KE"] as const;

const COUNTED_WITHIN_MS = 30_000;
const regions = z.object({ countries: z.record(z.string(), z.number()) });

/** Has people of several countries sign and confirm, and waits until the public numbers tell of them. */
export async function signAroundTheWorld(server: RunningServer) {
  const people = Object.entries(signers).flatMap(([country, count]) =>
    Array.from({ length: count }, (_, index) => ({ country, email: `${country}-${index}@example.org`.toLowerCase() })),
  );
  for (const { country, email } of people) {
    const body = new URLSearchParams({ name: `Somebody of ${country}`, email, country });
    const answer = await server.fetch(`/en${flagship}`, { method: "POST", body });
    if (answer.status !== 303) throw new Error(`Signing was answered with ${answer.status}.`);
  }
  for (const { email } of people) {
    const link = confirmationLink(await server.mailTo(email));
    const answer = await server.fetch(new URL(link).pathname, { method: "POST" });
    if (answer.status !== 303) throw new Error(`Confirming was answered with ${answer.status}.`);
  }
  for (const deadline = Date.now() + COUNTED_WITHIN_MS; ; await sleep(200)) {
    const { countries } = regions.parse(await (await server.fetch(`/api/v1${flagship}/regions`)).json());
    if (namedCountries.every((country) => countries[country] === signers[country])) return;
    if (Date.now() > deadline) throw new Error(`Not counted: ${JSON.stringify(countries)}`);
  }
}

/** What the page about where signatures come from does not tell of those who have signed. */
export async function listUntold(page: Page, locale: Locale): Promise<string[]> {
  const rows = await page.getByRole("rowheader").allTextContents();
  const coloured = await page.locator(".world-map__step").count();
  return [
    ...namedCountries.map((code) => countryName(code, locale)).filter((name) => !rows.includes(name)),
    ...(coloured === namedCountries.length ? [] : [`${coloured} countries are coloured`]),
  ];
}
