import type { Page } from "playwright-core";

/** Slow 4G as Lighthouse has it, and a phone that calculates four times slower than this machine. */
const latency = 150;
const downloadThroughput = 1_600_000 / 8;
const uploadThroughput = 750_000 / 8;
const slowdown = 4;

interface Loaded {
  /** When the largest part of the first screen was there (LCP). */
  paintedMs: number;
  /** How much of the screen moved while it loaded (CLS). */
  shift: number;
}

/** Opens a page as somebody does who was never here, on a slow phone whose system has none of the fonts that we name. */
export async function loadOnSlowPhone(page: Page, path: string): Promise<Loaded> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput,
    uploadThroughput,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  await session.send("CSS.setLocalFontsEnabled", { enabled: false });
  await page.goto(path, { waitUntil: "networkidle" });
  return page.evaluate(async () => {
    await document.fonts.ready;
    const entries = (type: string) =>
      new Promise<PerformanceEntry[]>((resolve) => {
        const seen: PerformanceEntry[] = [];
        const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
        observer.observe({ type, buffered: true });
        setTimeout(() => resolve(seen), 300);
      });
    const [paints, shifts] = await Promise.all([entries("largest-contentful-paint"), entries("layout-shift")]);
    return {
      paintedMs: paints.at(-1)?.startTime ?? 0,
      shift: shifts.reduce((sum, entry) => sum + ("value" in entry ? Number(entry.value) : 0), 0),
    };
  });
}
