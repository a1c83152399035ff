/** Places that the campaign's letter leaves open for what only the person knows. */
const open = { name: "[your name]", city: "[your city]", zip: "[your ZIP code]" };

/**
 * A text without the closing line and name under it: they go beside the text, and offices group messages by what is in
 * it.
 */
export function withoutSignature(text: string, name: string): string {
  const paragraphs = text.trimEnd().split(/\n{2,}/);
  const last = paragraphs.at(-1) ?? "";
  const lines = last.split("\n").length;
  const isSignature =
    paragraphs.length > 1 &&
    lines <= 4 &&
    last.length < 200 &&
    (last.includes(open.name) || (name !== "" && last.toLowerCase().includes(name.toLowerCase())));
  return (isSignature ? paragraphs.slice(0, -1) : paragraphs).join("\n\n");
}

/** Fills in what the form asks for anyway. */
export function fillFromAddress(text: string, { city, zip }: { city: string; zip: string }): string {
  const filled = city === "" ? text : text.replaceAll(open.city, city);
  return zip === "" ? filled : filled.replaceAll(open.zip, zip);
}

/** Whether something still stands in brackets for the person to fill in. */
export function hasOpenPlaces(text: string): boolean {
  return /\[your [^\]]+\]|\{\{\w+\}\}/.test(text);
}

/** Whether two texts say the same in the same words. */
export function isSameText(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, " ").trim();
  return plain(one) === plain(other);
}
