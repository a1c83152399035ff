import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { z } from "zod";
import { listLowContrast } from "./contrast";

const wcag22AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Not rules of WCAG, but what people who go from heading to heading, or from landmark to landmark, rely on. */
const ofStructure = [
  "heading-order",
  "landmark-banner-is-top-level",
  "landmark-complementary-is-top-level",
  "landmark-contentinfo-is-top-level",
  "landmark-main-is-top-level",
  "landmark-no-duplicate-banner",
  "landmark-no-duplicate-contentinfo",
  "landmark-no-duplicate-main",
  "landmark-one-main",
  "landmark-unique",
  "page-has-heading-one",
  "region",
  "skip-link",
];
/** The rules whose answer changes with the colours of a page, or with the width of its window; contrast is measured below. */
const byLook = ["link-in-text-block", "target-size"];

const results = z.array(
  z.object({
    id: z.string(),
    help: z.string(),
    nodes: z.array(z.object({ target: z.array(z.unknown()), html: z.string() })),
  }),
);

/**
 * Fails with a readable list when the page breaks a machine-checkable rule of WCAG 2.2, levels A and AA, or of good
 * structure. Needs a page with JavaScript.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const problems = await listBrokenRules(page, "all");
  if (problems.length > 0) expect.fail(`${page.url()} breaks WCAG 2.2 AA:\n${problems.join("\n")}`);
}

/**
 * What on the page breaks WCAG 2.2 AA or good structure; with `byLook` only what can change when the same page takes other colours or
 * another width. axe leaves Arabic out of its contrast rule (joined letters look to it like an icon font), so every
 * text is measured here as well.
 */
export async function listBrokenRules(page: Page, rules: "all" | "byLook"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const runOnly = rules === "all" ? { type: "tag", values: wcag22AA } : { type: "rule", values: byLook };
  const more = rules === "all" ? Object.fromEntries(ofStructure.map((rule) => [rule, { enabled: true }])) : {};
  const options = JSON.stringify({ runOnly, rules: more, resultTypes: ["violations"] });
  const violations = results.parse(
    await page.evaluate(`axe.run(document, ${options}).then(({ violations }) =>
      violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, html }) => ({ target, html })) })))`),
  );
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n    at ${node.target.join(" ")}\n    ${node.html.slice(0, 160)}`),
  );
  return [...found, ...(await listLowContrast(page))];
}
