import type { BrowserContext, Page, Request } from "playwright-core";

export interface VisitorOptions {
  javaScript: boolean;
  /** What the browser asks for: `ar-KE`. */
  locale?: string;
  screen?: keyof typeof screens;
  colorScheme?: "light" | "dark";
}

/** The two widths that the design is looked at. */
export const screens = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };

/**
 * Watches what a page may never do: speak to another host, set a cookie, break its own content policy, fail to
 * load a part of itself, or write an error or a warning on the console.
 * @returns the faults so far
 */
export function watchForFaults(context: BrowserContext, origin: string): () => Promise<string[]> {
  const faults: string[] = [];
  const waiting: Promise<unknown>[] = [];

  context.on("request", (request) => {
    const { protocol } = new URL(request.url());
    if (/^https?:|^wss?:/.test(protocol) && new URL(request.url()).origin !== origin) {
      faults.push(`asks another host: ${request.url()}`);
    }
  });
  context.on("response", (response) => {
    if (response.status() >= 400 && !isPage(response.request())) {
      faults.push(`${response.status()} for a part of the page: ${response.url()}`);
    }
    const cookie = response.headerValue("set-cookie").then((value) => {
      if (value !== null) faults.push(`sets a cookie: ${response.url()} ${value.split("=")[0]}`);
    });
    waiting.push(cookie.catch(() => undefined));
  });
  context.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // A page that is left gives up what it was still loading.
    if (why !== "net::ERR_ABORTED") faults.push(`${why}: ${request.url()}`);
  });
  context.on("weberror", (error) => faults.push(`throws: ${error.error().message}`));
  context.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    // Chromium also reports the status of a page, which a page that says no is meant to have.
    const isStatus = /^Failed to load resource: the server responded with a status of/.test(message.text());
    if (!isStatus) faults.push(`says on the console: ${message.text()}`);
  });

  return async () => {
    await Promise.all(waiting.splice(0));
    const cookies = await context.cookies();
    return [...faults, ...cookies.map((cookie) => `keeps a cookie: ${cookie.name}`)];
  };
}

function isPage(request: Request): boolean {
  return request.isNavigationRequest() && request.resourceType() === "document";
}

/** Whether the page is wider than its window, which a reader would have to scroll sideways for. */
export function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
