import { once } from "node:events";
import { createConnection, createServer, type Socket } from "node:net";

/** What a line does with what is sent over it: pass it on, swallow it, or close as soon as somebody comes. */
type Mood = "passes" | "swallows" | "closes";

/** A line to a server that can be cut. */
export interface FaultyLine {
  /** The address of the server, over this line. */
  url: string;
  become(mood: Mood): void;
  /** Resets every connection. */
  reset(): void;
  /** Resets the next connection over which somebody sends these words. */
  resetAt(words: string): void;
  close(): Promise<void>;
}

/** Lays a line to the server of an address, on a free port of the loopback interface. */
export async function layLine(url: string): Promise<FaultyLine> {
  const target = new URL(url);
  const pairs = new Set<{ near: Socket; far: Socket }>();
  let mood: Mood = "passes";
  let trap: string | null = null;
  const reset = () => {
    for (const { near, far } of pairs) for (const socket of [near, far]) socket.resetAndDestroy();
  };
  const server = createServer((near) => {
    near.on("error", () => undefined);
    if (mood === "closes") return void near.resume().end();
    const far = createConnection(Number(target.port), target.hostname);
    far.on("error", () => undefined);
    const pair = { near, far };
    pairs.add(pair);
    near.on("data", (bytes) => {
      if (trap !== null && bytes.includes(trap)) {
        trap = null;
        for (const socket of [near, far]) socket.resetAndDestroy();
      } else if (mood === "passes") far.write(bytes);
    });
    far.on("data", (bytes) => void (mood === "passes" && near.write(bytes)));
    const part = (other: Socket) => () => {
      pairs.delete(pair);
      if (mood === "passes") other.destroy();
    };
    near.on("close", part(far));
    far.on("close", part(near));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const line = new URL(url);
  line.port = typeof address === "object" && address ? String(address.port) : "";
  return {
    url: line.href,
    become(next) {
      mood = next;
    },
    reset,
    resetAt(words) {
      trap = words;
    },
    async close() {
      reset();
      server.close();
      await once(server, "close");
    },
  };
}
