import { afterAll, expect, test } from "vitest";
import { geocoderBody, geocoderMatch, startFakeGeocoder } from "../support/fake-geocoder";
import { journey, startProduct, theServer } from "../support/journey";
import { isTooWide } from "../support/visitor";
import { flagship } from "./signing";
import { wordsIn } from "./words";

const fake = await startFakeGeocoder();
startProduct({ GEOCODER_URL: fake.url });
afterAll(() => fake.close());

const lawmakers = `/en/campaigns/${flagship}/lawmakers`;
const t = wordsIn("en");
const street = "77 Massachusetts Ave, Cambridge, MA";
const service = new URL(fake.url).host;
const good = geocoderBody(geocoderMatch("2507"));

journey(
  "Grace gives her street address, and it stands in no address of a page",
  { javaScript: false },
  async (grace) => {
    const { page, open } = grace;
    const visited: string[] = [];
    page.on("request", (request) => visited.push(request.url()));
    fake.answer = (response) => response.end(geocoderBody());
    await open(`${lawmakers}?zip=02139`);
    const field = page.getByLabel(t("lawmakers:address.label"), { exact: true });
    expect(await page.locator("#address-hint").textContent()).toContain(service);
    await field.fill(street);
    await page.getByRole("button", { name: t("lawmakers:address.button") }).click();
    expect(await page.locator("#address-error").textContent()).toBe(t("lawmakers:address.noMatch", { service }));
    expect(await field.inputValue()).toBe(street);

    fake.answer = (response) => response.end(good);
    await page.getByRole("button", { name: t("lawmakers:address.button") }).click();
    await page.waitForURL("**/lawmakers?zip=02139&district=MA-7");
    expect(await page.locator("article.lawmaker h3").allTextContents()).toContain("Ayanna Pressley");
    expect(visited.join("\n")).not.toMatch(/massachusetts|cambridge/i);
  },
);

journey(
  "Ihab sees in Arabic, on a phone, why his address can't be used",
  { javaScript: true, screen: "phone" },
  async (ihab) => {
    const { page, open } = ihab;
    const ar = wordsIn("ar");
    fake.answer = (response) => response.end(geocoderBody(geocoderMatch("2507", { congress: 120 })));
    await open(`/ar/campaigns/${flagship}/lawmakers/address?zip=02139`);
    await page.getByLabel(ar("lawmakers:address.label"), { exact: true }).fill(street);
    await page.getByRole("button", { name: ar("lawmakers:address.button") }).click();
    await page.getByText(ar("lawmakers:address.otherCongress", { service })).waitFor();
    expect(await isTooWide(page)).toBe(false);
  },
);

test("whatever the service does is told beside the field, and no log line holds the address", async () => {
  const post = (address: string) =>
    theServer().fetch(`${lawmakers}/address?zip=02139`, { method: "POST", body: new URLSearchParams({ address }) });
  const cases: [typeof fake.answer, number, "away" | "severalMatches" | "noMatch"][] = [
    [(response) => response.writeHead(500).end("77 Massachusetts"), 503, "away"],
    [(response) => response.end("<html>Massachusetts"), 503, "away"],
    [(response) => response.destroy(), 503, "away"],
    [(response) => response.end(geocoderBody(geocoderMatch("2507"), geocoderMatch("2505"))), 422, "severalMatches"],
    [(response) => response.end(geocoderBody()), 422, "noMatch"],
  ];
  for (const [answer, status, fault] of cases) {
    fake.answer = answer;
    const page = await post(street);
    expect(page.status).toBe(status);
    expect(page.headers.get("cache-control")).toBe("no-store");
    const html = await page.text();
    expect(html).toContain(`value="${street}"`);
    expect(html).toContain(t(`lawmakers:address.${fault}`, { service }).replaceAll("'", "&#x27;"));
  }
  for (const faulty of ["", "   ", "abc", "x".repeat(201)]) expect((await post(faulty)).status).toBe(422);
  expect(theServer().web.output()).not.toMatch(/massachusetts|cambridge/i);
});
