import type { Page } from "playwright-core";

/** More pages of one shape say little that is new. */
const MOST_OF_A_SHAPE = 1;

/**
 * Goes through an organization's part of the portal by its links, breadth first, and looks at each page that is one:
 * files are left where they are.
 * @param visit gets the path below `/portal`
 */
export async function walkPortal(page: Page, start: string, visit: (path: string) => Promise<void>): Promise<void> {
  const seen = new Map<string, number>();
  const known = new Set([start]);
  const waiting = [start];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const answer = await page.goto(path);
    await visit(path);
    if (answer?.status() !== 200) throw new Error(`${path} is linked and answers ${answer?.status()}`);
    const links = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>("a[href]:not([download])")].map(({ href }) => href),
    );
    for (const link of links) {
      const { origin, pathname } = new URL(link);
      const isInside = pathname === start || pathname.startsWith(`${start}/`);
      if (origin !== new URL(page.url()).origin || !isInside || isFile(pathname) || known.has(pathname)) continue;
      const times = (seen.get(shapeOf(pathname, start)) ?? 0) + 1;
      if (times > MOST_OF_A_SHAPE) continue;
      seen.set(shapeOf(pathname, start), times);
      known.add(pathname);
      waiting.push(pathname);
    }
  }
}

/** A file, or a preview: a public page, in which nothing can run. */
function isFile(path: string): boolean {
  return /\.\w{2,4}$|\/(csv|file|xliff)$|\/preview\//.test(path);
}

/** An address without what differs between two of a kind. */
function shapeOf(path: string, start: string): string {
  return path
    .slice(start.length)
    .split("/")
    .map((part, index) =>
      index <= 1 || /^(new|settings|look|versions|texts|actions|routing|test|approvals)$/.test(part) ? part : "*",
    )
    .join("/");
}
