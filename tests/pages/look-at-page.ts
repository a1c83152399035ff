import type { Page } from "playwright-core";
import { listBrokenRules } from "../support/accessibility";
import { listLowContrast } from "../support/contrast";
import { isTooWide } from "../support/visitor";

const height = 800;
/** A small phone; the narrowest that WCAG asks for (1.4.10); a desk. */
const phone = { width: 360, height };
const narrow = { width: 320, height };
const desk = { width: 1280, height };

/** The window in which a page is opened. */
export const firstWindow = phone;

/**
 * Looks at one page as its readers see it, without loading it again: dark on a phone, on the narrowest screen, light at
 * a desk, with letters twice as large, and in colours that the reader's system forces on it.
 * @returns what is wrong
 */
export async function lookAtPage(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const note = (how: string, found: string[]) => faults.push(...found.map((one) => `${how}: ${one}`));
  const noteWidth = async (how: string) => note(how, (await isTooWide(page)) ? ["wider than its window"] : []);

  await page.emulateMedia({ colorScheme: "dark" });
  note("dark, 360 px", await listBrokenRules(page, "byLook"));
  await page.emulateMedia({ colorScheme: "light" });
  await noteWidth("360 px");
  await page.setViewportSize(narrow);
  await noteWidth("320 px");
  await page.setViewportSize(desk);
  await noteWidth("1280 px");
  note("light, 1280 px", await listBrokenRules(page, "all"));

  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await noteWidth("text at 200 %");
  note("text at 200 %", await listCutTexts(page));
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));

  await page.emulateMedia({ forcedColors: "active" });
  note("forced colours", await listLowContrast(page));
  await page.emulateMedia({ forcedColors: "none" });
  await page.setViewportSize(firstWindow);
  return faults;
}

/** Texts of which a part can be neither seen nor scrolled to. */
function listCutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const hides = (value: string) => value === "hidden" || value === "clip";
        // Text for screen readers alone is clipped to a pixel.
        if (element.clientWidth <= 1 || element.clientHeight <= 1 || element.closest("svg") !== null) return false;
        return (
          (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        );
      })
      .map((element) => `cut: <${element.localName} class="${element.getAttribute("class") ?? ""}">`),
  );
}
