// Loaded into a server of the tests before its own code: moves its clock by what the file named in CLOCK_FILE
// says, in milliseconds.
import { readFileSync } from "node:fs";

const file = process.env.CLOCK_FILE ?? "";
const FRESH_MS = 20;
const RealDate = Date;
let shift = 0;
let readAt = Number.NEGATIVE_INFINITY;

function shiftNow() {
  const at = performance.now();
  if (at - readAt > FRESH_MS) {
    readAt = at;
    shift = Number(readFileSync(file, "utf8"));
  }
  return shift;
}

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [RealDate.now() + shiftNow()] : given, newTarget),
  apply: () => new Date().toString(),
  get: (target, name) => (name === "now" ? () => RealDate.now() + shiftNow() : Reflect.get(target, name)),
});
