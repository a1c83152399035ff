import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { publicPaths, unreachable } from "./public-paths";

const folder = fileURLToPath(new URL("../../app/routes", import.meta.url));
const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => /^\$locale\..+\.tsx$/.test(file))
  .map((file) => file.slice(0, -".tsx".length));

/** What addresses a route answers, below the language. The last route answers whatever is no page. */
function patternOf(route: string): RegExp {
  const parts = route
    .replace(/^\$locale\./, "")
    .split(".")
    .filter((part) => part !== "_index")
    .map((part) => {
      if (part === "$") return "no-such-.+";
      return part.startsWith("$") ? "[^/?]+" : part.replace(/_$/, "").replaceAll(/\W/g, "\\$&");
    });
  return new RegExp(`^${parts.map((part) => `/${part}`).join("")}(\\?|$)`);
}

test.each(pages)("the page %s is looked at in every language", (route) => {
  if (route in unreachable) return;
  const pattern = patternOf(route);
  expect(publicPaths.filter((path) => pattern.test(path))).not.toEqual([]);
});

test("every page that is left out is a page", () => {
  expect(pages).toEqual(expect.arrayContaining(Object.keys(unreachable)));
});

test("no address is looked at twice", () => {
  expect(new Set(publicPaths).size).toBe(publicPaths.length);
});
