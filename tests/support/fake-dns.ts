import { createSocket } from "node:dgram";
import { once } from "node:events";

const TYPES = { A: 1, MX: 15, AAAA: 28 } as const;
type RecordType = keyof typeof TYPES;

/** What a domain has: servers with their priority, addresses; or how the question for it goes wrong. */
export type Zone = Record<
  string,
  { MX?: [priority: number, exchange: string][]; A?: string[]; AAAA?: string[] } | "fails" | "hangs"
>;

export interface FakeDns {
  /** For `Resolver.setServers`. */
  address: string;
  /** Every question that arrived, as `MX example.org`. */
  questions: string[];
  close(): Promise<void>;
}

/** Answers questions about a zone over UDP as RFC 1035 (sections 4 and 3.3.9) and RFC 3596 say; other domains don't exist. */
export async function startFakeDns(zone: Zone): Promise<FakeDns> {
  const questions: string[] = [];
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    const { name, type, end } = readQuestion(query);
    questions.push(`${type ?? "?"} ${name}`);
    const entry = zone[name];
    if (entry === "hangs") return;
    const isKnown = entry !== undefined;
    const records = type !== null && typeof entry === "object" ? recordsOf(entry, type) : [];
    const header = Buffer.from(query.subarray(0, 12));
    // QR, RD, RA, and the code: 0 no error, 2 server failure, 3 no such name.
    header.writeUInt16BE(0x8180 | (entry === "fails" ? 2 : isKnown ? 0 : 3), 2);
    header.writeUInt16BE(records.length, 6);
    header.writeUInt32BE(0, 8);
    const answers = records.map((data) => answerOf(type, data));
    socket.send(Buffer.concat([header, query.subarray(12, end), ...answers]), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    address: `127.0.0.1:${socket.address().port}`,
    questions,
    async close() {
      const closed = once(socket, "close");
      socket.close();
      await closed;
    },
  };
}

function readQuestion(query: Buffer): { name: string; type: RecordType | null; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length).toLowerCase());
    at += 1 + length;
  }
  const code = query.readUInt16BE(at + 1);
  const type = (Object.keys(TYPES) as RecordType[]).find((one) => TYPES[one] === code) ?? null;
  return { name: labels.join("."), type, end: at + 5 };
}

function recordsOf(entry: Exclude<Zone[string], string>, type: RecordType): Buffer[] {
  if (type === "A") return (entry.A ?? []).map((address) => Buffer.from(address.split(".").map(Number)));
  if (type === "AAAA") return (entry.AAAA ?? []).map((hex) => Buffer.from(hex.replaceAll(":", ""), "hex"));
  return (entry.MX ?? []).map(([priority, exchange]) => {
    const start = Buffer.alloc(2);
    start.writeUInt16BE(priority);
    return Buffer.concat([start, encodeName(exchange)]);
  });
}

function encodeName(name: string): Buffer {
  const labels = name.split(".").filter((label) => label !== "");
  return Buffer.concat([
    ...labels.map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`)),
    Buffer.of(0),
  ]);
}

function answerOf(type: RecordType | null, data: Buffer): Buffer {
  const start = Buffer.alloc(12);
  // A pointer to the name in the question, class IN, a time to live of a minute.
  start.writeUInt16BE(0xc00c, 0);
  start.writeUInt16BE(type === null ? 0 : TYPES[type], 2);
  start.writeUInt16BE(1, 4);
  start.writeUInt32BE(60, 6);
  start.writeUInt16BE(data.length, 10);
  return Buffer.concat([start, data]);
}
