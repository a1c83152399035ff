/** One file of a picture: a width and a format. */
export interface PictureFile {
  /** SHA-256 of the picture that was given, hexadecimal. */
  sha256: string;
  format: "avif" | "webp" | "jpeg";
  /** In pixels. */
  width: number;
  height: number;
}

/** A picture of our own. */
export interface StoredPicture {
  /** Narrowest first. */
  files: PictureFile[];
  /** Who made it and under which licence, as they are to be named beside it. */
  credit: string | null;
}

/** Where a file of a picture is; what stands there never changes. */
export function imageUrl({ sha256, width, format }: Pick<PictureFile, "sha256" | "width" | "format">): string {
  return `/pictures/${sha256.slice(0, 32)}/${width}.${format === "jpeg" ? "jpg" : format}`;
}
