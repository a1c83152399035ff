import { expect, test } from "vitest";
import { startProduct, theServer } from "../support/journey";
import { flagship } from "./signing";

startProduct();

test("without credentials official delivery is nowhere, not even as a word", async () => {
  const lawmakers = `/en/campaigns/${flagship}/lawmakers`;
  const place = "?zip=94110&district=CA-11";
  for (const path of [`${lawmakers}/deliver${place}`, `${lawmakers}/deliver`]) {
    expect((await theServer().fetch(path)).status).toBe(404);
    expect((await theServer().fetch(path, { method: "POST" })).status).toBe(404);
  }
  for (const path of [`${lawmakers}${place}`, `${lawmakers}/write${place}`]) {
    expect(await (await theServer().fetch(path)).text()).not.toMatch(/Communicating with Congress|lawmakers\/deliver/);
  }
});
