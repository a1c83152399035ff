import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** Keys for personal data: the first seals, all open, and one of its own makes the look-up hashes. */
export interface PiiKeys {
  sealing: { id: string; key: Buffer }[];
  lookup: Buffer;
  /** The entry that `lookup` is from: `lookup`, or the id of a sealing key that serves for both. */
  lookupId: string;
}

const entry = /^([a-zA-Z0-9_-]{1,32}):([A-Za-z0-9+/=_-]{22,})$/;

/**
 * Reads `PII_KEYS`: entries `id:key` parted by commas, keys of at least 16 bytes in base64. The entry named
 * `lookup` makes the hashes by which sealed data is found, and stays when the others are rotated; without
 * it the last entry serves.
 * @throws {Error} when the text is anything else; the message holds none of it
 */
export function parsePiiKeys(text: string): PiiKeys {
  const entries = text.split(",").map((part) => {
    const match = entry.exec(part.trim());
    if (!match?.[1] || !match[2]) throw new Error("PII_KEYS needs entries id:key, parted by commas");
    const bytes = Buffer.from(match[2], "base64");
    if (bytes.length < 16) throw new Error("PII_KEYS needs keys of at least 16 bytes");
    return { id: match[1], key: createHash("sha256").update(bytes).digest() };
  });
  const sealing = entries.filter(({ id }) => id !== "lookup");
  const lookup = entries.find(({ id }) => id === "lookup") ?? sealing.at(-1);
  if (sealing.length === 0 || !lookup) throw new Error("PII_KEYS needs a key besides lookup");
  if (new Set(entries.map(({ id }) => id)).size !== entries.length) throw new Error("PII_KEYS names a key twice");
  return { sealing, lookup: lookup.key, lookupId: lookup.id };
}

const keyFile = z.object({ piiKeys: z.string(), sessionSecret: z.string().min(32) });

/** Keys of the demo: made once and kept in the data folder, readable by its owner only. */
export function demoKeys(dataDir: string): { piiKeys: PiiKeys; sessionSecret: string } {
  const file = path.join(dataDir, "keys.json");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const key = () => randomBytes(32).toString("base64");
    const made = { piiKeys: `lookup:${key()},k1:${key()}`, sessionSecret: randomBytes(32).toString("base64url") };
    writeFileSync(file, JSON.stringify(made), { flag: "wx", mode: 0o600 });
  }
  const kept = keyFile.parse(JSON.parse(readFileSync(file, "utf8")));
  return { piiKeys: parsePiiKeys(kept.piiKeys), sessionSecret: kept.sessionSecret };
}
