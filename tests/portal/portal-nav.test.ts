import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { navPlaces } from "~/components/portal/portal-nav";

test.each(navPlaces)("the place $key is a page", ({ path }) => {
  const name = path === "" ? "._index" : path.replaceAll("/", ".");
  const files = [name, `${name}._index`].map((one) => `app/routes/portal.$organization${one}.tsx`);
  expect(files.some((file) => existsSync(file))).toBe(true);
});
