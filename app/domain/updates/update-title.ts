/** A sample article's title as pages show it: they mark it with a sign of their own. */
export function withoutSampleMark(title: string): string {
  return title.replace(/^\[Sample\]\s*/, "");
}
