import { createHash } from "node:crypto";
import { connectionMends } from "./connection.js";
import { poolMends } from "./pool.js";

/**
 * One exact replacement. `from` stands in the source once.
 * @typedef {{ fault: string, from: string, to: string }} Mend
 */

/** The only version of the driver that these mends were written for and tested with. */
export const DRIVER_VERSION = "3.4.9";

/** @type {{ name: string, mends: Mend[] }[]} */
export const mendedFiles = [
  { name: "connection.js", mends: connectionMends },
  // Last, because it tells that the driver is mended.
  { name: "index.js", mends: poolMends },
];

/** Tells these mends from any others; a mended driver bears it as its property `mended`. */
export const stamp = createHash("sha256").update(JSON.stringify(mendedFiles)).digest("hex").slice(0, 16);

/**
 * The source with its faults mended.
 * @param {string} source as published
 * @param {Mend[]} mends
 * @throws {Error} that names the fault whose text is not there, or there twice
 */
export function mendSource(source, mends) {
  return mends.reduce((text, { fault, from, to }) => {
    const parts = text.split(from);
    if (parts.length !== 2)
      throw new Error(`the place of “${fault}” is there ${parts.length - 1} times instead of once`);
    return parts.join(to.replace("STAMP", stamp));
  }, source);
}
