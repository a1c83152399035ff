import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import sharp, { type Sharp } from "sharp";
import type { Context } from "~/domain/context";
import { imageFiles, images } from "~db/schema/images";
import { ImageError } from "./image-error";

/** In pixels: a phone, a phone with a fine screen, a wide window. */
const widths = [480, 960, 1600];
const MOST_BYTES = 20_000_000;
/** A file of few bytes can claim to be huge when it is unpacked. */
const MOST_PIXELS = 60_000_000;
/** In pixels: WebP holds 16,383 a side, and nobody reads what is longer. */
const LONGEST_SIDE = 16_000;
const formats = ["avif", "webp", "jpeg"] as const;

export interface NewImage {
  body: Uint8Array;
  credit: string | null;
  isSample: boolean;
  /** Only those who work on its page see it, until that is public. A picture that everybody sees already stays so. */
  isHeld?: boolean;
}

/**
 * Keeps a picture in the widths and formats that pages use, turned as the camera was held and without what else the
 * camera wrote into it: place, time, device. The same picture twice is one.
 * @returns its id
 * @throws {ImageError} where it is too large, no JPEG, PNG, WebP or AVIF, or damaged
 */
export async function storeImage(ctx: Context, { body, ...facts }: NewImage): Promise<string> {
  const sha256 = createHash("sha256").update(body).digest("hex");
  return keepFiles(ctx, { ...facts, sha256 }, () => makeFiles(body));
}

/** A picture in all its files. */
export interface MadePicture {
  /** Of the largest file, in pixels. */
  width: number;
  height: number;
  files: Omit<typeof imageFiles.$inferInsert, "imageId">[];
}

/** Keeps a picture under the hash of what it was made from, unless it is there already. @returns its id */
export async function keepFiles(
  ctx: Context,
  { sha256, credit, isSample, isHeld = false }: Omit<NewImage, "body"> & { sha256: string },
  make: () => Promise<MadePicture>,
): Promise<string> {
  const [known] = await ctx.db.select({ id: images.id }).from(images).where(eq(images.sha256, sha256));
  if (known) return known.id;
  const { width, height, files } = await make();
  const made = ctx.newId();
  return ctx.db.transaction(async (db) => {
    const [row] = await db
      .insert(images)
      .values({
        ...{ id: made, sha256, width, height, credit, isSample, createdAt: ctx.now() },
        heldSince: isHeld ? ctx.now() : null,
      })
      .onConflictDoNothing()
      .returning({ id: images.id });
    if (row === undefined) {
      const [same] = await db.select({ id: images.id }).from(images).where(eq(images.sha256, sha256));
      return same?.id ?? made;
    }
    await db.insert(imageFiles).values(files.map((file) => ({ imageId: row.id, ...file })));
    return row.id;
  });
}

async function makeFiles(body: Uint8Array): Promise<MadePicture> {
  if (body.byteLength > MOST_BYTES) throw new ImageError("tooLarge");
  try {
    // What a file says of itself is enough to leave it packed.
    const said = await sharp(body, { limitInputPixels: false, failOn: "error" }).metadata();
    if (!["jpeg", "png", "webp", "heif"].includes(said.format ?? "")) throw new ImageError("unknownFormat");
    const isTooLong = Math.max(said.width, said.height) > LONGEST_SIDE;
    if (isTooLong || said.width * said.height > MOST_PIXELS) throw new ImageError("tooLarge");
    const upright = await sharp(body, { limitInputPixels: MOST_PIXELS, failOn: "error" })
      .rotate()
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .png()
      .toBuffer({ resolveWithObject: true });
    const largest = Math.min(upright.info.width, widths.at(-1) ?? upright.info.width);
    const wanted = [...new Set([...widths.filter((width) => width < largest), largest])];
    const files: MadePicture["files"] = [];
    for (const width of wanted) {
      const resized = sharp(upright.data).resize({ width, withoutEnlargement: true });
      for (const format of formats) {
        files.push({ width, format, body: await encode(resized.clone(), format) });
      }
    }
    const height = Math.max(1, Math.round((upright.info.height * largest) / upright.info.width));
    return { width: largest, height, files };
  } catch (error) {
    if (error instanceof ImageError) throw error;
    throw new ImageError("unreadable");
  }
}

function encode(picture: Sharp, format: (typeof formats)[number]): Promise<Buffer> {
  if (format === "avif") return picture.avif({ quality: 50, effort: 4 }).toBuffer();
  if (format === "webp") return picture.webp({ quality: 74 }).toBuffer();
  return picture.jpeg({ quality: 76, progressive: true, mozjpeg: true }).toBuffer();
}
