import { brotliDecompressSync, gzipSync } from "node:zlib";
import { findShapeBody } from "~db/congress/find-shape-body";
import type { Database } from "~db/database";
import type { FactsIndex } from "../facts-in-force";
import type { ShapeName } from "./shape-url";

export type ShapeEncoding = "br" | "gzip" | "identity";

export interface ShapeFiles {
  /** Null when there is no such file now. @throws when it must be read and the database is away */
  find(name: ShapeName, encoding: ShapeEncoding): Promise<Buffer | null>;
}

/** All of a Congress under brotli take 1.2 MB; the rest is for the few that don't take brotli. */
const MOST_BYTES = 8_000_000;

/** Reads files when they are first asked for and keeps those asked for last. */
export function createShapeFiles(db: Database, facts: () => FactsIndex): ShapeFiles {
  /** The one asked for last stands last. */
  const kept = new Map<string, Buffer>();
  let bytes = 0;

  function find(key: string): Buffer | undefined {
    const body = kept.get(key);
    if (body === undefined) return undefined;
    kept.delete(key);
    kept.set(key, body);
    return body;
  }

  function keep(key: string, body: Buffer): Buffer {
    bytes += body.length - (kept.get(key)?.length ?? 0);
    kept.set(key, body);
    for (const [oldest, old] of kept) {
      if (bytes <= MOST_BYTES) break;
      kept.delete(oldest);
      bytes -= old.length;
    }
    return body;
  }

  return {
    async find(name, encoding) {
      const { congress, state, detail, hash } = name;
      const index = facts().find(({ origin }) => origin.congress === congress);
      const shape = index?.shapes.find((known) => known.hash === hash && known.state === state);
      if (shape === undefined || shape.detail !== detail) return null;
      const key = `${congress}-${state}-${detail}-${hash}`;
      const known = find(`${key}-${encoding}`);
      if (known !== undefined) return known;
      const packed = find(`${key}-br`) ?? (await read({ congress, ...shape }));
      if (packed === null) return null;
      keep(`${key}-br`, packed);
      if (encoding === "br") return packed;
      const plain = brotliDecompressSync(packed);
      return keep(`${key}-${encoding}`, encoding === "gzip" ? gzipSync(plain) : plain);
    },
  };

  async function read(name: Parameters<typeof findShapeBody>[1]): Promise<Buffer | null> {
    const body = await findShapeBody(db, name);
    return body === null ? null : Buffer.from(body, "base64");
  }
}
