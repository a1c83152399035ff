import type { Page } from "playwright-core";

/**
 * Texts that stand out too little from what is behind them (WCAG 2.2, 1.4.3): under 4.5 to 1, or 3 to 1 for
 * large text (from 24 px, or from 18.66 px in bold). Texts on a picture or a gradient are left out.
 */
export function listLowContrast(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 1;
    canvas.height = 1;
    const paint = canvas.getContext("2d", { willReadFrequently: true });

    /** The colours laid over each other from the bottom up, whatever notation CSS gave them in. */
    const blend = (colors: string[]): number[] => {
      if (paint === null) return [0, 0, 0];
      paint.fillStyle = "#fff";
      paint.fillRect(0, 0, 1, 1);
      for (const color of colors) {
        paint.fillStyle = color;
        paint.fillRect(0, 0, 1, 1);
      }
      return [...paint.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    };
    // Relative luminance and contrast ratio as WCAG 2.2 defines them.
    const luminance = (rgb: number[]) => {
      const [r = 0, g = 0, b = 0] = rgb.map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ratio = (one: number[], other: number[]) => {
      const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    };
    /** What is painted behind an element, from the bottom up; null where a picture is. */
    const layersBehind = (element: Element): string[] | null => {
      const layers: string[] = [];
      for (let each: Element | null = element; each !== null; each = each.parentElement) {
        const style = getComputedStyle(each);
        if (style.backgroundImage !== "none") return null;
        layers.unshift(style.backgroundColor);
      }
      // The page's own canvas is dark where the reader prefers that and the page says it can.
      return ["Canvas", ...layers];
    };

    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const words = texts.currentNode.textContent?.trim() ?? "";
      const element = texts.currentNode.parentElement;
      if (words === "" || element === null || !element.checkVisibility({ opacityProperty: true })) continue;
      if (element.closest("script, style, noscript, [aria-hidden=true], :disabled") !== null) continue;
      const box = element.getBoundingClientRect();
      // Text for screen readers alone is clipped to a pixel.
      if (box.width <= 1 || box.height <= 1) continue;
      const style = getComputedStyle(element);
      const layers = layersBehind(element);
      if (layers === null) continue;
      const size = Number.parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const measured = ratio(blend([...layers, style.color]), blend(layers));
      if (measured < (isLarge ? 3 : 4.5)) {
        const name = `<${element.localName}${element.className ? ` class="${element.className}"` : ""}>`;
        found.push(`contrast: ${measured.toFixed(2)} to 1\n    at ${name}\n    ${words.slice(0, 80)}`);
      }
    }
    return found;
  });
}
