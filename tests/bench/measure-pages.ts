import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type LoadFigures, load, medianOf } from "./load";
import { type Bench, CAMPAIGN } from "./measure-all";
import type { Figure } from "./table";

const browser = { "accept-encoding": "gzip, deflate, br", accept: "text/html" };

/** (a) a bare server with the page's bytes, (b) the page, (c) the count; and the page as the framework renders it. */
export async function measurePages({ site, seconds, rounds }: Bench): Promise<Figure[]> {
  const page = `${site.origin}/en/campaigns/${CAMPAIGN}`;
  const bare = await startBareServer(page);
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

async function startBareServer(page: string) {
  // Asked raw: the bytes must stay as they go over the wire.
  const { request } = await import("node:http");
  const answer = await new Promise<{ headers: [string, string][]; body: Buffer }>((resolve, reject) => {
    const asked = request(page, { headers: browser }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      const raw = response.rawHeaders;
      const headers = raw.flatMap((name, place): [string, string][] =>
        place % 2 === 0 ? [[name, raw[place + 1] ?? ""]] : [],
      );
      const own = new Set(["connection", "keep-alive", "date", "transfer-encoding", "content-length"]);
      const kept = headers.filter(([name]) => !own.has(name.toLowerCase()));
      const body = Buffer.concat(chunks);
      resolve({ headers: [...kept, ["Content-Length", String(body.length)]], body });
    });
    asked.on("error", reject).end();
  });
  const file = fileURLToPath(new URL("bare-server.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", file], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify({ headers: answer.headers, body: answer.body.toString("base64") }));
  const [port] = await once(child.stdout.setEncoding("utf8"), "data");
  return { url: `http://127.0.0.1:${String(port).trim()}/`, stop: () => child.kill() };
}
