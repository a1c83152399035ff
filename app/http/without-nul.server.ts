import { Transform } from "node:stream";

/**
 * Passes a page on without the NUL bytes that React 18 leaves where a character of several bytes does not fit
 * at the end of its buffer (react#24985; mended in React 19). A page has none of its own: HTML forbids them.
 */
export function withoutNul(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
