/** The library has no types of its own. */
declare module "subset-font" {
  export default function subsetFont(
    font: Buffer,
    letters: string,
    options: { targetFormat: "sfnt" | "woff2" },
  ): Promise<Buffer>;
}
