import { createHash } from "node:crypto";
import sharp from "sharp";
import type { Context } from "~/domain/context";
import { ImageError } from "./image-error";
import { keepFiles, type MadePicture } from "./store-image.server";

/** In pixels: twice what pages show, for fine screens. */
const MOST_WIDTH = 480;
const MOST_HEIGHT = 192;
const MOST_BYTES = 2_000_000;
const MOST_PIXELS = 20_000_000;
/** What cannot be told from the white behind it. */
const NEARLY_WHITE = 235;

/**
 * Keeps an organization's logo: as pixels on white, whatever it was. So nothing of a drawing that could run or load
 * something is left, and it looks the same in light and dark.
 * @returns its id
 * @throws {ImageError} where it is too large, no SVG, PNG, JPEG or WebP, damaged, or white throughout
 */
export function storeLogo(ctx: Context, { body, isHeld }: { body: Uint8Array; isHeld: boolean }): Promise<string> {
  // Apart from photographs: the same file as a campaign's picture is made into other files.
  const sha256 = createHash("sha256").update("logo\0").update(body).digest("hex");
  return keepFiles(ctx, { sha256, credit: null, isSample: false, isHeld }, () => drawLogo(body));
}

async function drawLogo(body: Uint8Array): Promise<MadePicture> {
  if (body.byteLength > MOST_BYTES) throw new ImageError("tooLarge");
  try {
    const { format, height } = await sharp(body, { limitInputPixels: MOST_PIXELS, failOn: "error" }).metadata();
    if (!["svg", "png", "jpeg", "webp"].includes(format ?? "")) throw new ImageError("unknownFormat");
    // A drawing has no size of its own: it is drawn as large as it is needed.
    const density = format === "svg" && height ? Math.min(600, Math.max(72, (72 * MOST_HEIGHT) / height)) : 72;
    const { data, info } = await sharp(body, { limitInputPixels: MOST_PIXELS, failOn: "error", density })
      .rotate()
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .resize({ width: MOST_WIDTH, height: MOST_HEIGHT, fit: "inside", withoutEnlargement: true })
      .png()
      .toBuffer({ resolveWithObject: true });
    const { channels } = await sharp(data).stats();
    if (channels.every(({ min }) => min > NEARLY_WHITE)) throw new ImageError("invisible");
    const { width, height: drawnHeight } = info;
    return {
      width,
      height: drawnHeight,
      files: [
        { width, format: "avif", body: await sharp(data).avif({ quality: 70 }).toBuffer() },
        { width, format: "webp", body: await sharp(data).webp({ quality: 88 }).toBuffer() },
        { width, format: "jpeg", body: await sharp(data).jpeg({ quality: 88 }).toBuffer() },
      ],
    };
  } catch (error) {
    if (error instanceof ImageError) throw error;
    throw new ImageError("unreadable");
  }
}
