import { once } from "node:events";
import { createServer } from "node:http";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Context } from "~/domain/context";
import { createCountsSource } from "~/domain/counting/counts-source.server";
import { createFactsSource } from "~/domain/lawmakers/facts.server";
import { createPageViews } from "~/domain/numbers/page-views.server";
import { createConfirmingDesk } from "~/domain/signatures/confirm-together.server";
import { createSigningDesk } from "~/domain/signatures/take-sign-form.server";
import { createSwitchesSource } from "~/domain/switches/switches-source.server";
import { createFrontHandler } from "~/http/front-handler.server";
import { createPageCache } from "~/http/page-cache.server";
import { createLog } from "~/services/log.server";
import { dailyNumbers } from "~db/schema/numbers";
import { withContext } from "../support/database";

const page = "/en/campaigns/privacy-for-all";

/** The front before a site whose pages are there unless their address says otherwise; it tells how often it was asked. */
async function withFront(
  ctx: Context,
  story: (front: { origin: string; viewed(): Promise<number>; rendered: string[] }) => Promise<void>,
) {
  const switches = createSwitchesSource(ctx);
  const views = createPageViews(ctx, { switches });
  const rendered: string[] = [];
  const statusOf = (path: string) => (path.includes("gone") ? 404 : path.includes("moved") ? 301 : 200);
  const pages = createPageCache({
    headers: {},
    async render(path) {
      rendered.push(path);
      return new Response("page", { status: statusOf(path) });
    },
  });
  const front = createFrontHandler({
    app: {
      takeSignForm: createSigningDesk(ctx, switches),
      confirmByToken: createConfirmingDesk(ctx, () => ({ state: null, district: null })),
      counts: createCountsSource(ctx),
      facts: createFactsSource(ctx.db),
      ctx,
      switches,
      views,
      origin: () => "https://privacy.example",
      log: createLog("silent"),
    },
    pages,
    headers: {},
    trustsProxy: () => false,
    site: (request, response) => void response.writeHead(statusOf(request.url ?? "")).end(),
  });
  const server = createServer(front).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  let before = 0;
  async function viewed() {
    await views.flush();
    const rows = await ctx.db.select().from(dailyNumbers).where(eq(dailyNumbers.series, "view"));
    const all = rows.reduce((so, { count }) => so + count, 0);
    const since = all - before;
    before = all;
    return since;
  }
  try {
    await story({ origin: `http://127.0.0.1:${port}`, viewed, rendered });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const get = async (url: string, init: RequestInit = {}) => {
  const answer = await fetch(url, { redirect: "manual", ...init });
  await answer.arrayBuffer();
  return answer;
};

test(
  "each reading of a campaign's page counts, from memory as well, whoever reads it",
  withContext(async (ctx) => {
    await withFront(ctx, async ({ origin, viewed, rendered }) => {
      const first = await get(origin + page);
      for (let reader = 0; reader < 4; reader++) await get(origin + page);
      expect(rendered).toEqual([page]);
      expect(await viewed()).toBe(5);

      await get(origin + page, { headers: { "sec-gpc": "1" } });
      await get(origin + page, { headers: { "if-none-match": first.headers.get("etag") ?? "" } });
      await get(`${origin}${page}?source=newsletter`);
      expect(await viewed(), "with the signal, again, by a link with a tag").toBe(3);

      await get(`${origin}${page}?x=1`);
      expect(await viewed(), "not from memory").toBe(1);
    });
  }),
);

test(
  "what nobody reads does not count",
  withContext(async (ctx) => {
    await withFront(ctx, async ({ origin, viewed }) => {
      await get(origin + page, { method: "HEAD" });
      await get(`${origin}${page}?x`, { method: "HEAD" });
      await get(origin + page, { headers: { "sec-purpose": "prefetch" } });
      await get(`${origin}${page}/where`);
      await get(`${origin}/en`);
      await get(`${origin}/en/campaigns`);
      for (const path of ["gone", "moved"]) {
        await get(`${origin}/en/campaigns/${path}`);
        await get(`${origin}${page}?${path}`);
      }
      await get(origin + page, { method: "POST", body: "name=" });
      expect(await viewed()).toBe(0);
    });
  }),
);
