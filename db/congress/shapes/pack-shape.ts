import { createHash } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import type { DistrictShape } from "../facts";
import type { ShapeDocument } from "./shape-document";

/** The largest file that is believed, uncompressed. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Makes a state's file out of its boundaries. Equal boundaries have equal hashes. */
export function packShape(document: ShapeDocument): DistrictShape {
  const text = JSON.stringify(document);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  const { state, detail } = document;
  return { state, detail, hash: hashOf(text), body: brotliCompressSync(text, { params }).toString("base64") };
}

/** The JSON of a state's file. @throws when it is damaged */
export function unpackShape({ body }: Pick<DistrictShape, "body">): string {
  return brotliDecompressSync(Buffer.from(body, "base64"), { maxOutputLength: MOST_BYTES }).toString("utf8");
}

/** 64 bits of the content's SHA-256: enough to tell versions of one file apart. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
