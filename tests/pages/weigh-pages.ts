import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";

/** Bytes over the wire, headers and compression included, and the fonts among them by the names of their files. */
export interface Weight {
  total: number;
  script: number;
  fonts: string[];
}

/** Nothing is on its way for so long: the page has all it asks for. */
const QUIET_MS = 60;
const LOOK_MS = 20;
const TOO_LONG_MS = 10_000;

/**
 * Weighs what pages fetch, as for somebody who was never here and whose system has none of the fonts that we name: no
 * cache and no font of this machine is used from now on.
 * @returns weighs the page that is open once it has fetched all, with the picture of its tab
 */
export async function weighPages(page: Page): Promise<() => Promise<Weight>> {
  const session = await page.context().newCDPSession(page);
  let open: Weight = { total: 0, script: 0, fonts: [] };
  const fetched = new Map<string, { of: Weight; isScript: boolean; url: string }>();
  const bytesOf = new Map<string, number>();
  const underWay = new Set<string>();
  session.on("Network.requestWillBeSent", ({ requestId, type, redirectResponse, request }) => {
    if (type === "Document" && !redirectResponse) {
      open = { total: 0, script: 0, fonts: [] };
      underWay.clear();
    }
    if (type === "Font") open.fonts.push(fontName(request.url));
    fetched.set(requestId, { of: open, isScript: type === "Script", url: request.url });
    underWay.add(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const { of, isScript, url } = fetched.get(requestId) ?? { of: open, isScript: false, url: "" };
    of.total += encodedDataLength;
    bytesOf.set(url, encodedDataLength);
    if (isScript) of.script += encodedDataLength;
    underWay.delete(requestId);
  });
  session.on("Network.loadingFailed", ({ requestId }) => underWay.delete(requestId));
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  await session.send("CSS.setLocalFontsEnabled", { enabled: false });

  return async () => {
    const needed = await fetchOwnFonts(page);
    let quietMs = 0;
    for (let waitedMs = 0; quietMs < QUIET_MS; waitedMs += LOOK_MS) {
      if (waitedMs > TOO_LONG_MS) throw new Error(`${page.url()} goes on fetching.`);
      await sleep(LOOK_MS);
      quietMs = underWay.size === 0 ? quietMs + LOOK_MS : 0;
    }
    // The browser may have kept a font from the page before.
    for (const url of needed.filter((each) => !open.fonts.includes(fontName(each)))) {
      const bytes = bytesOf.get(url);
      if (bytes === undefined) throw new Error(`${url} was never fetched.`);
      open.fonts.push(fontName(url));
      open.total += bytes;
    }
    return open;
  };
}

/**
 * Fetches each font of ours that the texts of a page name for their letters. The browser would not where a font of this
 * machine stands before it in the list, which other machines lack.
 * @returns the addresses of these fonts
 */
function fetchOwnFonts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const texts = new Map<string, string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (element === null || element.closest("script, style") !== null || !element.checkVisibility()) continue;
      for (const family of getComputedStyle(element).fontFamily.match(/"Own \w+"/g) ?? []) {
        texts.set(family, (texts.get(family) ?? "") + walker.currentNode.textContent);
      }
    }
    // Drawn, because `document.fonts.load` would take a font of this machine all the same.
    const drawn = [...texts].map(([family, text]) => {
      const element = document.body.appendChild(document.createElement("span"));
      element.textContent = text;
      element.style.fontFamily = family;
      return element;
    });
    document.body.getBoundingClientRect();
    const { status } = await document.fonts.ready;
    for (const element of drawn) element.remove();
    if (status !== "loaded") throw new Error("The fonts are not there yet.");
    const loaded = [...document.fonts].filter((font) => font.status === "loaded");
    const needed = new Set(loaded.map(({ family }) => family.replaceAll('"', "")));
    return [...document.styleSheets].flatMap(({ href, cssRules }) =>
      [...cssRules].flatMap((rule) => {
        if (!(rule instanceof CSSFontFaceRule)) return [];
        const family = rule.style.getPropertyValue("font-family").replaceAll('"', "");
        const file = /url\("(.+?)"\)/.exec(rule.style.getPropertyValue("src"))?.[1];
        return needed.has(family) && file !== undefined ? [new URL(file, href ?? document.baseURI).href] : [];
      }),
    );
  });
}

/** `/assets/serif-latin-1a2b3c4d.woff2` → `serif-latin`. */
function fontName(url: string): string {
  return new URL(url).pathname.replace(/^.*\//, "").replace(/-[\w-]{8}\.\w+$/, "");
}
