import { startBareServer } from "./bare-copy";
import { type LoadFigures, load, medianOf } from "./load";
import { type Bench, CAMPAIGN } from "./measure-all";
import type { Figure } from "./table";

const browser = { "accept-encoding": "gzip, deflate, br", accept: "text/html" };

/** (a) a bare server with the page's bytes, (b) the page, (c) the count; and the page as the framework renders it. */
export async function measurePages({ site, seconds, rounds }: Bench): Promise<Figure[]> {
  const page = `${site.origin}/en/campaigns/${CAMPAIGN}`;
  const bare = await startBareServer(page, browser);
  const loads: Record<string, { url: string; headers?: Record<string, string> }> = {
    bare: { url: bare.url, headers: browser },
    page: { url: page, headers: browser },
    framework: { url: `${page}?bench=1`, headers: browser },
    count: { url: `${site.origin}/api/v1/campaigns/${CAMPAIGN}/count` },
  };
  const measured: Record<string, LoadFigures[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, request] of Object.entries(loads)) {
      measured[name] = [...(measured[name] ?? []), await load({ ...request, seconds, wants: 200 })];
    }
  }
  bare.stop();
  const figure = (name: string) => medianOf(measured[name] ?? []);
  const ceiling = figure("bare");
  const toBare = (rate: number, goal?: number) => ({
    to: "a",
    of: rate / ceiling.rate,
    ...(goal !== undefined && { goal }),
  });
  return [
    { letter: "a", what: "bare Node server, same headers and bytes", ...ceiling },
    { letter: "b", what: "campaign page", ...figure("page"), ratio: toBare(figure("page").rate, 0.7) },
    {
      letter: "b'",
      what: "campaign page, rendered for each request",
      ...figure("framework"),
      ratio: toBare(figure("framework").rate),
    },
    { letter: "c", what: "count endpoint", ...figure("count"), ratio: toBare(figure("count").rate) },
  ];
}
