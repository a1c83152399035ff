import { once } from "node:events";
import { Agent, request } from "node:http";

/** Milliseconds from the request to the last byte of its answer, one request after the other. */
export interface Latency {
  median: number;
  p99: number;
}

/** Asks each of several addresses in turn, over a connection that stays open, so that all meet the same machine. */
export async function compareLatency(
  addresses: Record<string, () => string>,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<Record<string, Latency>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = new Map(Object.keys(addresses).map((name) => [name, [] as number[]]));
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const [name, next] of Object.entries(addresses)) {
      const took = await timed(next(), agent);
      if (round >= warmUp) times.get(name)?.push(took);
    }
  }
  agent.destroy();
  return Object.fromEntries(
    [...times].map(([name, all]) => {
      const sorted = all.sort((a, b) => a - b);
      const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
      return [name, { median: at(0.5), p99: at(0.99) }];
    }),
  );
}

async function timed(url: string, agent: Agent): Promise<number> {
  const since = performance.now();
  const sent = request(url, { agent });
  sent.end();
  const [answer] = await once(sent, "response");
  for await (const _ of answer) {
    // Read to the end.
  }
  return performance.now() - since;
}
