import type { Page } from "playwright-core";

/** Bytes over the wire, headers and compression included. */
export interface Weight {
  total: number;
  script: number;
}

/**
 * Weighs what pages fetch, as for somebody who was never here: no cache is used from now on.
 * @returns the weight of the page that is open, which goes on growing while the page fetches more
 */
export async function weighPages(page: Page): Promise<() => Weight> {
  const session = await page.context().newCDPSession(page);
  let open: Weight = { total: 0, script: 0 };
  const fetched = new Map<string, { of: Weight; isScript: boolean }>();
  session.on("Network.requestWillBeSent", ({ requestId, type, redirectResponse }) => {
    if (type === "Document" && !redirectResponse) open = { total: 0, script: 0 };
    fetched.set(requestId, { of: open, isScript: type === "Script" });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const { of, isScript } = fetched.get(requestId) ?? { of: open, isScript: false };
    of.total += encodedDataLength;
    if (isScript) of.script += encodedDataLength;
  });
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  return () => open;
}
