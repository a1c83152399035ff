import type { Page } from "playwright-core";
import { listBrokenRules } from "../support/accessibility";
import { listLowContrast } from "../support/contrast";
import { isTooWide } from "../support/visitor";

const height = 800;
/** A small phone; the narrowest that WCAG asks for (1.4.10); a desk. */
const phone = { width: 360, height };
const narrow = { width: 320, height };
const desk = { width: 1280, height };
/** A sheet of A4 within margins of a centimetre, in pixels of CSS. */
const paper = { width: 718, height: 1047 };

/** The window in which a page is opened. */
export const firstWindow = phone;

/**
 * Looks at one page as its readers see it, without loading it again: dark on a phone, on the narrowest screen, light at
 * a desk, with letters twice as large, in colours that the reader's system forces on it, and on paper.
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
  note("forced colours", [...(await listLowContrast(page)), ...(await listLostShapes(page))]);
  await page.emulateMedia({ forcedColors: "none", media: "print", colorScheme: "dark" });
  await page.setViewportSize(paper);
  note("on paper", [...(await listLostOnPaper(page)), ...(await listCutTexts(page)), ...(await listLowContrast(page))]);
  await noteWidth("on paper");
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
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

/** What says something by its colour alone and has no colour or edge of its own any more. */
function listLostShapes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const keys = [...document.querySelectorAll(".world-map__key")].map((key) => getComputedStyle(key).backgroundColor);
    const bars = [...document.querySelectorAll(".signature-count__bar")].map((bar) => getComputedStyle(bar));
    const edgeless = bars.filter(({ borderTopWidth }) => Number.parseFloat(borderTopWidth) === 0);
    return [
      ...(new Set(keys).size < keys.length ? [`steps of the map look alike: ${keys.join(", ")}`] : []),
      ...edgeless.map(() => "the bar of signatures has no edge"),
    ];
  });
}

/** What a printed page lacks although it has no other place to be, and what is of no use on it. */
function listLostOnPaper(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const unfolded = [...document.querySelectorAll("details[open]")].filter((each) => each.checkVisibility());
    for (const each of unfolded) each.removeAttribute("open");
    const folded = unfolded
      .flatMap((each) => [...each.querySelectorAll(":scope > :not(summary)")])
      .filter((part) => getComputedStyle(part).display !== "none" && !part.checkVisibility());
    for (const each of unfolded) each.setAttribute("open", "");
    const useless = [...document.querySelectorAll("nav, .skip-link, .demo-note")].filter((one) =>
      one.checkVisibility(),
    );
    const name = (one: Element) => `<${one.localName} class="${one.getAttribute("class") ?? ""}">`;
    return [
      ...folded.map((part) => `folded away: ${name(part)} ${part.textContent?.slice(0, 60)}`),
      ...useless.map((one) => `of no use: ${name(one)}`),
    ];
  });
}
