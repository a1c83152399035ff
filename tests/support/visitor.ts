import type { BrowserContext, Page, Request } from "playwright-core";

export interface VisitorOptions {
  javaScript: boolean;
  /** What the browser asks for: `ar-KE`. */
  locale?: string;
  screen?: keyof typeof screens;
  colorScheme?: "light" | "dark";
  /** Works in the portal, whose session cookie is the only one there may be. */
  signsIn?: boolean;
}

/** The two widths that the design is looked at. */
export const screens = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };

/**
 * Watches what a page may never do: speak to another host, set a cookie, break its own content policy, fail to
 * load a part of itself, or write an error or a warning on the console.
 * @returns the faults so far
 */
export function watchForFaults(
  context: BrowserContext,
  origin: string,
  { signsIn = false }: Pick<VisitorOptions, "signsIn"> = {},
): () => Promise<string[]> {
  const isSession = (name: string | undefined, path: string) =>
    signsIn && /^(__Secure-)?portal$/.test(name ?? "") && path.startsWith("/portal");
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
      const name = value?.split("=")[0];
      if (value !== null && !isSession(name, new URL(response.url()).pathname)) {
        faults.push(`sets a cookie: ${response.url()} ${name}`);
      }
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
    const needless = cookies.filter(({ name, path }) => !isSession(name, path));
    return [...faults, ...needless.map(({ name }) => `keeps a cookie: ${name}`)];
  };
}

function isPage(request: Request): boolean {
  return request.isNavigationRequest() && request.resourceType() === "document";
}

/** Whether the page is wider than its window, which a reader would have to scroll sideways for. */
export function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
