import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { fileURLToPath } from "node:url";

/** Starts a bare server that sends what `page` answers now, header for header and byte for byte. */
export async function startBareServer(page: string, asked: Record<string, string> = {}) {
  // Asked raw: the bytes must stay as they go over the wire.
  const answer = await new Promise<{ headers: [string, string][]; body: Buffer }>((resolve, reject) => {
    const sent = request(page, { headers: asked }, async (response) => {
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
    sent.on("error", reject).end();
  });
  const file = fileURLToPath(new URL("bare-server.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", file], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify({ headers: answer.headers, body: answer.body.toString("base64") }));
  const [port] = await once(child.stdout.setEncoding("utf8"), "data");
  return { url: `http://127.0.0.1:${String(port).trim()}/`, stop: () => child.kill() };
}
