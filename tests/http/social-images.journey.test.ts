import sharp from "sharp";
import { expect, test } from "vitest";
import { locales } from "~/i18n/locales";
import { startProduct, theServer } from "../support/journey";

startProduct();

const get = (path: string) => theServer().fetch(path);

async function imageOf(path: string): Promise<string> {
  const html = await (await get(path)).text();
  return new URL(/<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? "").pathname;
}

test("each page that is shared names a picture of its own, in its language, that stays", async () => {
  const seen = new Set<string>();
  for (const locale of locales) {
    const path = await imageOf(`/${locale}/campaigns/privacy-for-all`);
    expect(path).toMatch(new RegExp(`^/social/${locale}/campaign/privacy-for-all-[0-9a-f]{12}\\.png$`));
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const body = Buffer.from(await answer.arrayBuffer());
    expect(await sharp(body).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    seen.add(body.toString("base64"));
  }
  expect(seen.size).toBe(locales.length);
});

test.each([
  "/en",
  "/en/principles/data-rights",
  "/en/updates/sample-guide-smart-lamp",
  "/en/campaigns/privacy-for-all/where",
])("%s has one", async (page) => {
  expect((await get(await imageOf(page))).status).toBe(200);
});

test("a picture of yesterday leads to that of today", async () => {
  const path = await imageOf("/en/principles/data-rights");
  const answer = await get(path.replace(/[0-9a-f]{12}\.png/, "000000000000.png"));
  expect(answer.status).toBe(302);
  expect(answer.headers.get("location")).toBe(path);
});

test.each([
  "/social/en/campaign/no-such-campaign-000000000000.png",
  "/social/xx/campaign/privacy-for-all-000000000000.png",
  "/social/en/other/privacy-for-all-000000000000.png",
  "/social/en/campaign/%00-000000000000.png",
  "/social/en/campaign/%ff-000000000000.png",
  "/social/en/campaign/..%2f..%2fx-000000000000.png",
  "/social/",
  "/pictures/00000000000000000000000000000000/480.jpg",
  "/pictures/../../etc/passwd",
])("%s is not there", async (path) => {
  expect((await get(path)).status).toBe(404);
});
