/**
 * The five digits of a ZIP code or a ZIP+4 (`94110`, `94110-1234`, `94110 1234`), or null. Keyboards of other
 * scripts write digits of their own and spaces in between; they mean the same code.
 */
export function parseZip(text: string): string | null {
  const plain = text
    .replace(/[\s\p{Cf}]/gu, "")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\p{Nd}/gu, asciiDigit);
  return /^([0-9]{5})(-?[0-9]{4})?$/.exec(plain)?.[1] ?? null;
}

/** Unicode keeps the ten digits of a living script side by side, zero first. Those of mathematics lie higher, and stay. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code > 0xffff) return digit;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}
