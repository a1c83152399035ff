/** The library has no types of its own. */
declare module "subset-font" {
  export default function subsetFont(
    font: Buffer,
    letters: string | null,
    options: {
      targetFormat: "sfnt" | "woff2";
      noHinting?: boolean;
      keepFeatures?: readonly string[];
      keepAllGlyphs?: boolean;
    },
  ): Promise<Buffer>;
}
