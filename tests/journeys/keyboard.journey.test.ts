import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { textDirection } from "~/i18n/text-direction";
import { journey, startProduct } from "../support/journey";
import { flagship } from "./signing";
import { wordsIn } from "./words";

const campaign = `/campaigns/${flagship}`;
const paths = [
  "",
  campaign,
  `${campaign}/take-action?country=KE`,
  `${campaign}/lawmakers?zip=94110`,
  "/search?q=privacy",
];

startProduct();

describe.each(["en", "ar"] as const)("Without a mouse (%s)", (locale) => {
  const t = wordsIn(locale);

  journey("the first stop leads past the header", { javaScript: false }, async ({ page, open }) => {
    await open(`/${locale}${campaign}`);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: t("site:skipToContent") });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await readStop(page))?.faults).toEqual([]);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
  });

  for (const screen of ["phone", "desktop"] as const) {
    journey(
      `every stop is seen, in the order of reading, on a ${screen}`,
      { javaScript: true, screen },
      async (visitor) => {
        for (const path of paths) {
          await visitor.open(`/${locale}${path}`);
          const { stops, faults } = await walk(visitor.page, textDirection(locale) === "rtl");
          expect(faults, path).toEqual([]);
          expect(stops, `${path} has more that can be pressed or filled in.`).toBeGreaterThanOrEqual(
            await countStops(visitor.page),
          );
        }
      },
    );
  }
});

/** What has the focus: where it stands on the whole page, and why it can't be seen. Null where nothing has it. */
interface FocusStop {
  name: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  faults: string[];
}

/** Presses Tab until the page's end, or until it begins again. */
async function walk(page: Page, isFromRight: boolean): Promise<{ stops: number; faults: string[] }> {
  const faults: string[] = [];
  let first: string | null = null;
  let before: FocusStop | null = null;
  let stops = 0;
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await readStop(page);
    if (stop === null || stop.name === first) return { stops, faults };
    first ??= stop.name;
    stops++;
    faults.push(...stop.faults.map((fault) => `${stop.name} ${fault}`));
    // The skip link lies over the page while it has the focus.
    if (before !== null && stops > 2 && !isAfter(before, stop, isFromRight)) {
      faults.push(`${stop.name} comes after ${before.name}`);
    }
    before = stop;
  }
}

/** Whether somebody who reads line by line, and column by column, comes to `stop` later. */
function isAfter(before: FocusStop, stop: FocusStop, isFromRight: boolean): boolean {
  const isBelow = stop.top >= before.bottom - 4 || (stop.top > before.top && stop.bottom > before.bottom);
  return isBelow || (isFromRight ? stop.right <= before.left + 4 : stop.left >= before.right - 4);
}

function readStop(page: Page): Promise<FocusStop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body || element === document.documentElement) return null;
    // A link may go over two lines: its first part is looked at.
    const [box = element.getBoundingClientRect()] = element.getClientRects();
    // What is higher than the window is looked at where it shows.
    const middle = (from: number, to: number, size: number) => (Math.max(from, 0) + Math.min(to, size)) / 2;
    const there = document.elementFromPoint(
      middle(box.left, box.right, innerWidth),
      middle(box.top, box.bottom, innerHeight),
    );
    const isOnTop = there !== null && (element.contains(there) || there.contains(element));
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const isInWindow = box.top >= -1 && box.left >= -1 && box.right <= innerWidth + 1 && box.top < innerHeight - 1;
    return {
      name: `<${element.localName}> ${(element.textContent || element.getAttribute("name") || "").trim().slice(0, 40)}`,
      left: box.left,
      right: box.right,
      top: box.top + scrollY,
      bottom: box.bottom + scrollY,
      faults: [
        ...(box.width > 1 && box.height > 1 && isInWindow ? [] : ["is out of sight"]),
        ...(isOnTop ? [] : ["is covered"]),
        ...(outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 ? [] : ["does not show its focus"]),
      ],
    };
  });
}

/** How much of a page can be pressed or filled in. The choices of one question are one stop. */
function countStops(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>("a[href], button, select, textarea, summary, input:not([type=hidden])"),
    ].filter((one) => one.checkVisibility() && one.tabIndex >= 0 && !one.matches(":disabled"));
    const radios = all.filter(
      (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.type === "radio",
    );
    return all.length - radios.length + new Set(radios.map(({ name }) => name)).size;
  });
}
