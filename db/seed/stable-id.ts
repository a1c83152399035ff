import { createHash } from "node:crypto";

/** 1 January 2026: before any row that a running installation makes. */
const MADE_AT_MS = Date.UTC(2026, 0, 1);

/**
 * A UUIDv7 (RFC 9562) that depends on its arguments alone, so that every installation gives a seeded row the
 * same id. The random part is taken from SHA-256.
 */
export function stableId(kind: string, slug: string): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(MADE_AT_MS, 0, 6);
  createHash("sha256").update(`${kind}:${slug}`).digest().copy(bytes, 6, 0, 10);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
