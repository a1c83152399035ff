import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { indexCongress } from "~/domain/lawmakers/congress-index";
import { createShapeFiles } from "~/domain/lawmakers/shapes/shape-files.server";
import { parseShapeUrl, shapeUrl } from "~/domain/lawmakers/shapes/shape-url";
import { hashOf } from "~db/congress/shapes/pack-shape";
import { findStoredFacts } from "~db/congress/stored-facts";
import { withContext } from "../../../support/database";

test(
  "the boundaries of a state are served under the hash of their content, in every encoding",
  withContext(async ({ db }) => {
    const stored = await findStoredFacts(db, 119);
    if (stored === null) throw new Error("no facts");
    const index = [indexCongress(stored.facts)];
    const files = createShapeFiles(db, () => index);
    const shape = index[0]?.shapes.find(({ state, detail }) => state === "WY" && detail === "full");
    if (shape === undefined) throw new Error("no boundaries");
    const name = { congress: 119, state: "WY", detail: "full", hash: shape.hash };

    const packed = await files.find(name, "br");
    const zipped = await files.find(name, "gzip");
    const plain = await files.find(name, "identity");
    expect(packed?.length).toBe(shape.bytes);
    expect(hashOf(plain?.toString() ?? "")).toBe(shape.hash);
    expect(brotliDecompressSync(packed ?? "").equals(plain ?? Buffer.of())).toBe(true);
    expect(gunzipSync(zipped ?? "").equals(plain ?? Buffer.of())).toBe(true);
    expect(await files.find(name, "br"), "from memory").toBe(packed);

    for (const wrong of [{ hash: "0000000000000000" }, { state: "MT" }, { detail: "lite" }, { congress: 120 }]) {
      expect(await files.find({ ...name, ...wrong }, "br"), JSON.stringify(wrong)).toBeNull();
    }
    expect(parseShapeUrl(shapeUrl(name))).toEqual(name);
  }),
);
