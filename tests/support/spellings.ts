/** A text that must stand nowhere, and what its finding would mean. */
export interface Canary {
  what: string;
  text: string;
  /** So short that it turns up by chance inside of ids and hashes: it is looked for as a word of its own only. */
  isShort?: boolean;
}

/** The canaries that stand in some bytes in any spelling that a dump, a log or a JSON text may give them. */
export function findCanaries(bytes: Buffer, canaries: readonly Canary[]): string[] {
  const exact = bytes.toString("latin1");
  const folded = exact.toLowerCase();
  return canaries.flatMap(({ what, text, isShort }) => {
    if (isShort) return wordOfItsOwn(text).test(exact) || folded.includes(hex(text)) ? [what] : [];
    return spellings(text)
      .filter(({ spelt, ignoresCase }) => (ignoresCase ? folded.includes(spelt.toLowerCase()) : exact.includes(spelt)))
      .map(({ how }) => `${what}: ${how}`);
  });
}

interface Spelling {
  how: string;
  /** Bytes as Latin-1 characters. */
  spelt: string;
  ignoresCase: boolean;
}

/** Every way to write a text that a reader of the bytes could undo. */
export function spellings(text: string): Spelling[] {
  const bytes = (encoded: Buffer) => encoded.toString("latin1");
  const inEscapes = [...text].map((letter) => escaped(letter)).join("");
  const folding: [string, string][] = [
    ["plain", bytes(Buffer.from(text))],
    ["lower case", bytes(Buffer.from(text.toLowerCase()))],
    ["hexadecimal", hex(text)],
    ["in a URL", encodeURIComponent(text)],
    ["in a form", new URLSearchParams({ x: text }).toString().slice(2)],
    ["UTF-16, little end first", bytes(Buffer.from(text, "utf16le"))],
    ["UTF-16, big end first", bytes(Buffer.from(text, "utf16le").swap16())],
    ["in JSON", bytes(Buffer.from(JSON.stringify(text).slice(1, -1)))],
    ["in JSON, escaped", inEscapes],
    // A dump in the format of COPY doubles each backslash.
    ["in JSON, escaped, in a dump", inEscapes.replaceAll("\\", "\\\\")],
  ];
  const base64 = [text, text.toLowerCase()].flatMap((one) =>
    [0, 1, 2].flatMap((offset) => {
      const spelt = base64At(Buffer.from(one), offset);
      return [spelt, spelt.replaceAll("+", "-").replaceAll("/", "_")];
    }),
  );
  return [
    ...folding.map(([how, spelt]) => ({ how, spelt, ignoresCase: true })),
    ...[...new Set(base64)].map((spelt) => ({ how: "base64", spelt, ignoresCase: false })),
  ];
}

/** The base64 of a text that stands anywhere in a longer one: only the digits that its neighbours don't touch. */
function base64At(text: Buffer, offset: number): string {
  const digits = Buffer.concat([Buffer.alloc(offset), text]).toString("base64");
  return digits.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + text.length) * 8) / 6));
}

function hex(text: string): string {
  return Buffer.from(text).toString("hex");
}

/** Letters beyond ASCII as `\u0643`, as a careful writer of JSON has them. */
function escaped(letter: string): string {
  if (letter.charCodeAt(0) < 128) return letter;
  return [...letter]
    .flatMap((one) => one.split(""))
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

function wordOfItsOwn(text: string): RegExp {
  return new RegExp(`(?<![\\w.+/-])${text}(?![\\w.+/=-])`);
}
