import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { listLowContrast } from "./contrast";

const wcag22AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Fails with a readable list when the page breaks a machine-checkable rule of WCAG 2.2, levels A and AA. axe
 * leaves Arabic out of its contrast rule (joined letters look to it like an icon font), so every text is
 * measured here as well. Needs a page with JavaScript.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag22AA).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n    at ${node.target.join(" ")}\n    ${node.html.slice(0, 160)}`),
  );
  const problems = [...found, ...(await listLowContrast(page))];
  if (problems.length > 0) expect.fail(`${page.url()} breaks WCAG 2.2 AA:\n${problems.join("\n")}`);
}
