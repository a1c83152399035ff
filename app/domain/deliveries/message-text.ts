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
    (/\[(?:your|su) /.test(last) || (name !== "" && last.toLowerCase().includes(name.toLowerCase())));
  return (isSignature ? paragraphs.slice(0, -1) : paragraphs).join("\n\n");
}

/** Whether something still stands in brackets for the person to fill in. */
export function hasOpenPlaces(text: string): boolean {
  return /\[(?:your|su) [^\]]+\]|\{\{\w+\}\}/.test(text);
}

/** Whether two texts say the same in the same words. */
export function isSameText(one: string, other: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, " ").trim();
  return plain(one) === plain(other);
}
